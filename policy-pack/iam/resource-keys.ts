import type { LimitingKeys, LimitingValue } from "./condition";

/** Keys of services that say who calls or whose account it is, and nothing of the resource. */
const NOT_OF_RESOURCES = new Set([
  "kms:calleraccount",
  "s3:resourceaccount",
  "s3:signatureversion",
  "s3:authtype",
]);

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
    const own = services.size === 1 && service !== undefined && key.startsWith(`${service}:`);
    return own && !NOT_OF_RESOURCES.has(key) ? narrow : undefined;
  };
}
