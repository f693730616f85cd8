import { UnknownInvokeError, type AnswerContext } from "./answer";
import { policyDocument } from "./policy-document";

type Arguments = Readonly<Record<string, unknown>>;
type Invoke = (args: Arguments, context: AnswerContext) => Readonly<Record<string, unknown>>;

const DNS_SUFFIXES: Readonly<Record<string, string>> = {
  aws: "amazonaws.com",
  "aws-cn": "amazonaws.com.cn",
  "aws-us-gov": "amazonaws.com",
};

const INVOKES: Readonly<Record<string, Invoke>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": (_, { account, partition }) => ({
    id: account,
    accountId: account,
    arn: `arn:${partition}:sts::${account}:assumed-role/local/local`,
    userId: "AROALOCALLOCALLOCALLO:local",
  }),
  "aws:index/getRegion:getRegion": (args, context) => {
    const region = typeof args.region === "string" ? args.region : context.region;
    return {
      id: region,
      region,
      name: region,
      description: region,
      endpoint: `ec2.${region}.amazonaws.com`,
    };
  },
  "aws:index/getPartition:getPartition": (_, { partition }) => ({
    id: partition,
    partition,
    dnsSuffix: DNS_SUFFIXES[partition] ?? "amazonaws.com",
    reverseDnsPrefix: partition === "aws-cn" ? "cn.com.amazonaws" : "com.amazonaws",
  }),
  "aws:index/getAvailabilityZones:getAvailabilityZones": (args, context) => {
    const region = typeof args.region === "string" ? args.region : context.region;
    const letters = ["a", "b", "c"];
    return {
      id: region,
      region,
      state: "available",
      names: letters.map((letter) => `${region}${letter}`),
      zoneIds: letters.map((_, index) => `${zoneIdPrefix(region)}-az${index + 1}`),
      groupNames: [region],
    };
  },
  "aws:index/getService:getService": (args, context) => {
    const region = typeof args.region === "string" ? args.region : context.region;
    const service = String(args.serviceId);
    return {
      ...args,
      id: `com.amazonaws.${region}.${service}`,
      region,
      partition: context.partition,
      supported: true,
      dnsName: `${service}.${region}.amazonaws.com`,
    };
  },
  "aws:ec2/getPrefixList:getPrefixList": (args) => ({
    ...args,
    id: "pl-6ea54007",
    cidrBlocks: ["192.0.2.0/24"],
  }),
  "aws:ec2/getManagedPrefixList:getManagedPrefixList": (args, { region, partition }) => ({
    ...args,
    id: "pl-6ea54007",
    arn: `arn:${partition}:ec2:${region}:aws:prefix-list/pl-6ea54007`,
    addressFamily: "IPv4",
    entries: [{ cidr: "192.0.2.0/24", description: "" }],
    maxEntries: 1,
    ownerId: "AWS",
    version: 1,
    tags: {},
  }),
  "aws:ec2/getVpcEndpointService:getVpcEndpointService": (args, { region, partition }) => ({
    ...args,
    id: "1234567890",
    serviceName: args.serviceName ?? `com.amazonaws.${region}.${String(args.service)}`,
    arn: `arn:${partition}:ec2:${region}:amazon:vpc-endpoint-service/vpce-svc-0123456789abcdef0`,
    availabilityZones: ["a", "b", "c"].map((letter) => `${region}${letter}`),
  }),
  "aws:organizations/getOrganization:getOrganization": (_, { account, partition }) => ({
    id: "o-exampleorgid",
    arn: `arn:${partition}:organizations::${account}:organization/o-exampleorgid`,
    masterAccountId: account,
    masterAccountArn: `arn:${partition}:organizations::${account}:account/o-exampleorgid/${account}`,
    masterAccountEmail: "management@example.com",
    masterAccountName: "management",
    featureSet: "ALL",
    roots: [
      {
        id: "r-ab12",
        name: "Root",
        arn: `arn:${partition}:organizations::${account}:root/o-exampleorgid/r-ab12`,
        policyTypes: [],
      },
    ],
    accounts: [],
    nonMasterAccounts: [],
    awsServiceAccessPrincipals: [],
    enabledPolicyTypes: ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"],
  }),
  "aws:iam/getPolicyDocument:getPolicyDocument": (args) => {
    const json = policyDocument(args);
    return { ...args, id: "1234567890", json, minifiedJson: JSON.stringify(JSON.parse(json)) };
  },
  "aws:index/getDefaultTags:getDefaultTags": () => ({ id: "local", tags: {} }),
};

/**
 * What a data source answers.
 * @param token A full token, such as `aws:index/getRegion:getRegion`.
 * @throws UnknownInvokeError when the table has no entry for it.
 */
export function answerInvoke(
  token: string,
  args: Arguments,
  context: AnswerContext,
): Readonly<Record<string, unknown>> {
  const invoke = Object.hasOwn(INVOKES, token) ? INVOKES[token] : undefined;
  if (!invoke) throw new UnknownInvokeError(token);
  return invoke(args, context);
}

/** `eu-central-1` → `euc1`, as AWS abbreviates regions in zone ids: https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html */
function zoneIdPrefix(region: string): string {
  const [area = "", direction = "", number = ""] = region.split("-");
  const abbreviation = /^(north|south)(east|west)$/.exec(direction);
  return `${area}${abbreviation ? `${direction[0]}${direction[5]}` : direction[0]}${number}`;
}
