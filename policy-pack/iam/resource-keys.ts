import type { LimitingKeys, LimitingValue } from "./condition";

/**
 * The keys of services that hold data, so far as they say which data is reached, or on whose behalf. The others say how
 * it is asked for: a version, an algorithm, an account. `kms:ViaService` is taken as AWS recommends it: what a key may
 * be used for is then bound by what the service lets the caller do.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html
 */
const OF_RESOURCES: Readonly<Record<string, RegExp>> = {
  dynamodb: /^leadingkeys$/,
  kms: /^(viaservice|resourcealiases|requestalias|encryptioncontext:.+)$/,
  s3: /^(prefix|dataaccesspointarn|(existingobjecttag|buckettag|accesspointtag|requestobjecttag)\/.+)$/,
  secretsmanager: /^(secretid|name|resourcetag\/.+|resource\/allowrotationlambdaarn)$/,
  ssm: /^resourcetag\/.+$/,
};

/** Keys of other services that say nothing of a resource. */
const NOT_OF_RESOURCES = new Set(["ec2:region"]);

/** A value that is not simply anything. */
const narrow: LimitingValue = (value) => !/^[*?]*$/.test(value);

/**
 * The condition keys that limit which resources actions reach: tags of the resource or of what is created, and keys
 * of the actions' own service, such as `kms:ViaService` or `ec2:Subnet`. Organization and account are no such limit:
 * within them are all the teams.
 */
export function resourceKeys(actions: readonly string[]): LimitingKeys {
  const services = new Set(actions.map((action) => (action.split(":")[0] ?? "").toLowerCase()));
  const [service] = services;
  return (key) => {
    if (/^aws:(resourcetag|requesttag)\/./.test(key)) return narrow;
    if (services.size !== 1 || service === undefined || !key.startsWith(`${service}:`)) return undefined;
    const isOfResources = OF_RESOURCES[service]?.test(key.slice(service.length + 1));
    return (isOfResources ?? !NOT_OF_RESOURCES.has(key)) ? narrow : undefined;
  };
}
