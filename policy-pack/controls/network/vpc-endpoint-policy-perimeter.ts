import type { Context, Finding, Graph, GraphControl, Node } from "../../core";
import { deferred, violation } from "../../core";
import { isAccountId, parseArn } from "../../iam/arn";
import { type Limit, limitedBy, type LimitingKeys } from "../../iam/condition";
import { documentOf } from "../../iam/document";
import { judgeAllowing, judgeReadable } from "../../iam/judge-document";
import { perimeterKeys, resourcePerimeterKeys } from "../../iam/perimeter";
import { principalOf } from "../../iam/principal";
import type { Statement } from "../../iam/statement";
import { hasWildcard } from "../../iam/wildcard";
import { isAwsBucket, onlyReadsAwsBuckets } from "../../network/aws-buckets";
import { isOwnBucket } from "../../topology/own-buckets";
import { judgeEach } from "../judge-each";
import { isTrustedAccount } from "../trust/trusted-accounts";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const POLICY = "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy";
const OFFERED = "aws:ec2/vpcEndpointService:VpcEndpointService";

export const vpcEndpointPolicyPerimeter: GraphControl = {
  name: "vpc-endpoint-policy-perimeter",
  description:
    "Every VPC endpoint has a policy that lets the organization's principals, and nobody else, reach the organization's resources, and no others.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Through an endpoint without a policy an isolated subnet reaches any bucket of any account: the main way out for data.",
  fix: {
    text: "Set a policy with aws:PrincipalOrgID and aws:ResourceOrgID; name AWS's own buckets in a statement of their own.",
    code: `Condition: {
  StringEquals: { "aws:PrincipalOrgID": organizationId, "aws:ResourceOrgID": organizationId },
},`,
  },
  frameworks: { nist: ["AC-3", "AC-4", "SC-7(10)"] },
  kind: "graph",
  check: (graph, context) =>
    judgeEach(graph.byType(ENDPOINT).filter(takesPolicy), (endpoint) =>
      judgeEndpoint(graph, endpoint, context),
    ),
};

/**
 * Gateway and interface endpoints of AWS's services take policies; those of others' services, and of load balancer
 * appliances, don't. https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
function takesPolicy(endpoint: Node): boolean {
  const type = endpoint.properties.get("vpcEndpointType");
  const service = endpoint.properties.get("serviceName");
  const offered = endpoint.references("serviceName").some((from) => from.type === OFFERED);
  const ofOthers = offered || (service.state === "known" && /\.vpce-svc-/.test(String(service.value)));
  return !ofOthers && (type.state !== "known" || type.value === "Gateway" || type.value === "Interface");
}

function judgeEndpoint(graph: Graph, endpoint: Node, context: Context): readonly Finding[] {
  const own = endpoint.properties.get("policy");
  const separate = graph.pointingTo(endpoint, "vpcEndpointId", POLICY);
  const holders = own.state === "unset" ? separate : [endpoint, ...separate];
  if (holders.length === 0) {
    return [
      violation(
        endpoint,
        "policy",
        "not set, which allows everything",
        "a policy for the organization alone",
      ),
    ];
  }
  return holders.flatMap((holder) => {
    const document = documentOf(holder.properties.get("policy"), "policy");
    const owned = { subject: holder, property: "policy", document };
    return [
      ...judgeReadable(owned),
      ...judgeAllowing(owned, (statement) => judgeStatement(graph, holder, statement, context)),
    ];
  });
}

/**
 * Whether a statement is for AWS's services alone, which call by their own names through an endpoint, for its owner: what
 * runs in the VPC cannot. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function isForServicesAlone({ conditions }: Statement): boolean {
  return conditions.some(
    ({ operator, key, values }) =>
      operator.toLowerCase() === "bool" &&
      key.toLowerCase() === "aws:principalisawsservice" &&
      values.unknown.length === 0 &&
      values.values.length > 0 &&
      values.values.every(({ value }) => value.toLowerCase() === "true"),
  );
}

function judgeStatement(
  graph: Graph,
  holder: Node,
  statement: Statement,
  context: Context,
): readonly Finding[] {
  if (onlyReadsAwsBuckets(statement) || isForServicesAlone(statement)) return [];
  const condition = `${statement.path}.Condition`;
  const isOurs = (account: string) => isTrustedAccount(account, holder, context.settings);
  const principals = namesPrincipals(statement, isOurs)
    ? "limits"
    : limitedBy(statement, ofAccounts(aboutCallers(perimeterKeys(context.settings)), isOurs));
  const isOurBucket = (name: string) => isOwnBucket(graph, name, context);
  const byName = namesResources(statement, isOurs, isOurBucket);
  const byKey = limitedBy(statement, ofAccounts(resourcePerimeterKeys(context.settings), isOurs));
  const resources = byName === "limits" || byKey === "open" ? byName : byKey;
  if ([principals, resources].includes("unknown")) return [deferred(holder, condition)];
  return [
    ...(principals === "open" ? [open(holder, condition, "principals", "aws:PrincipalOrgID")] : []),
    ...(resources === "open"
      ? [open(holder, condition, "resources", "aws:ResourceOrgID, or ARNs that name them")]
      : []),
  ];
}

function open(holder: Node, condition: string, what: string, key: string): Finding {
  return violation(holder, condition, `${what} of any account`, `a condition on ${key}`, { finding: what });
}

/**
 * What AWS itself hands out to every account, with none in its ARN, or with `aws` for it: models of Bedrock, public
 * parameters, documents of Systems Manager, components of Image Builder, managed policies.
 */
const AWS_OWN =
  /^arn:[a-z-]+:(bedrock:[a-z0-9-]+::foundation-model\/|ssm:[a-z0-9*-]+::(parameter\/aws\/service|document|automation-definition)\/|[a-z0-9-]+:[a-z0-9*-]*:aws:)/;

type IsOurs = (account: string) => boolean;

/** Whether every principal is one of the company's by itself. `NotPrincipal` is everybody else. */
function namesPrincipals({ principals, notPrincipals }: Statement, isOurs: IsOurs): boolean {
  if (notPrincipals.present) return false;
  return principals.values.every((written) => {
    const principal = principalOf(written);
    return "account" in principal ? isOurs(principal.account) : principal.kind !== "anyone";
  });
}

/** Of the keys of a perimeter those that tell who calls: whatever uses an endpoint comes from the endpoint's own VPC. */
function aboutCallers(keys: LimitingKeys): LimitingKeys {
  return (key) => (key.startsWith("aws:principal") ? keys(key) : undefined);
}

/** Keys by which an account limits only if it is one of the company's. */
function ofAccounts(keys: LimitingKeys, isOurs: IsOurs): LimitingKeys {
  return (key) => {
    const limits = keys(key);
    if (limits === undefined) return undefined;
    return (value) => {
      const account = isAccountId(value) ? value : (parseArn(value)?.account ?? "");
      return limits(value) && (account === "" || isOurs(account));
    };
  };
}

/**
 * Whether every resource is named so that it can only be one owner's, whom the company knows: with an account of ours, or by
 * the name of a bucket that is ours or AWS's. Where the settings list no buckets, a name will do.
 */
function namesResources(
  { resources }: Statement,
  isOurs: IsOurs,
  isOurBucket: (name: string) => boolean,
): Limit {
  const { values, unknown } = resources;
  const isNamed = (text: string): boolean => {
    const arn = parseArn(text);
    if (arn === undefined) return false;
    if (AWS_OWN.test(text)) return true;
    if (arn.service !== "s3" || arn.account !== "") return isAccountId(arn.account) && isOurs(arn.account);
    const [bucket = "*"] = arn.resource.split("/");
    return !hasWildcard(bucket) && (isAwsBucket(bucket) || isOurBucket(bucket));
  };
  if (values.length + unknown.length === 0 || !values.every(({ value }) => isNamed(value))) return "open";
  return unknown.length > 0 ? "unknown" : "limits";
}
