import { accountAllowed } from "../../../policy-pack/controls/residency/account-allowed";
import { regionAllowed } from "../../../policy-pack/controls/residency/region-allowed";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const via = (props: Record<string, unknown>, stack?: string): Declared["more"] => ({
  provider: { type: "pulumi:providers:aws", name: "core", props },
  ...(stack === undefined ? {} : { stack }),
});
const key = (props: Declared["props"], more: Declared["more"]) => declare("kms/key:Key", "k", props, more);

describe("region-allowed", () => {
  const control = regionAllowed;
  const HERE = via({ region: "eu-central-1" });

  it("passes allowed regions, of the provider and of the resource", () => {
    passes(control, [key({}, HERE)]);
    passes(control, [key({ region: "eu-central-1" }, HERE)]);
    passes(control, [key({ region: "eu-central-1" }, {})]);
    passes(control, [
      declare("account/region:Region", "r", { regionName: "eu-central-1", enabled: true }, HERE),
    ]);
  });

  it("finds a region outside the list, of either, or none at all", () => {
    violates(control, [key({ region: "us-east-1" }, HERE)], ["k (kms/key): region"]);
    violates(control, [key({}, via({ region: "us-east-1" }))], ["k (kms/key): provider.region"]);
    violates(
      control,
      [key({ region: "eu-central-1" }, via({ region: "us-east-1" }))],
      ["k (kms/key): provider.region"],
    );
    violates(control, [key({}, {})], ["k (kms/key): provider.region"]);
    violates(
      control,
      [declare("account/region:Region", "r", { regionName: "us-east-1" }, HERE)],
      ["r (account/region): regionName"],
    );
  });

  it("passes what CloudFront takes from its own region, by a provider or on the resource, and nothing else", () => {
    const GLOBAL = via({ region: "us-east-1" });
    const acl = (scope: string, more = GLOBAL) => declare("wafv2/webAcl:WebAcl", "w", { scope }, more);
    passes(control, [acl("CLOUDFRONT")]);
    passes(control, [declare("wafv2/ipSet:IpSet", "w", { scope: "CLOUDFRONT", region: "us-east-1" }, HERE)]);
    violates(control, [acl("REGIONAL")], ["w (wafv2/webAcl): provider.region"]);
    violates(
      control,
      [acl("CLOUDFRONT", via({ region: "us-west-2" }))],
      ["w (wafv2/webAcl): provider.region"],
    );

    passes(control, [declare("acm/certificate:Certificate", "c", { region: "us-east-1" }, HERE)]);
    violates(
      control,
      [declare("acm/certificate:Certificate", "c", { region: "us-west-2" }, HERE)],
      ["c (acm/certificate): region"],
    );

    const alarm = (namespace: string) =>
      declare("cloudwatch/metricAlarm:MetricAlarm", "a", { namespace }, GLOBAL);
    passes(control, [alarm("AWS/CloudFront")]);
    violates(control, [alarm("AWS/SageMaker")], ["a (cloudwatch/metricAlarm): provider.region"]);

    const logging = (resourceArn: unknown) =>
      declare("wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "l", { resourceArn }, GLOBAL);
    const arn = "arn:aws:wafv2:us-east-1:222222222222:global/webacl/site/1";
    passes(control, [logging(arn)]);
    const made = declare("wafv2/webAcl:WebAcl", "w", { scope: "CLOUDFRONT", arn }, GLOBAL);
    passes(control, [made, logging(ref(made, "arn"))]);
    violates(
      control,
      [logging(arn.replace("global", "regional"))],
      ["l (wafv2/webAclLoggingConfiguration): provider.region"],
    );
  });

  it("waits for a region that is not known yet", () => {
    const region = declare(
      "ssm/parameter:Parameter",
      "p",
      { value: "us-east-1", region: "eu-central-1" },
      HERE,
    );
    defers(
      control,
      [region, key({ region: ref(region, "value") }, HERE)],
      ["k (kms/key): region"],
      ["k (kms/key): region"],
    );
  });

  it("has nothing to judge without a list, or outside AWS", () => {
    notApplicable(control, [key({}, {})], { settings: { allowedRegions: [] } });
    notApplicable(control, [declare("random:index/randomId:RandomId", "r")]);
  });
});

describe("account-allowed", () => {
  const control = accountAllowed;
  const accounts = (...ids: readonly string[]) => via({ allowedAccountIds: ids });
  const LINE = ["k (kms/key): provider.allowedAccountIds"];
  const dev = { settings: {}, tier: "dev" } as const;

  it("passes an account of the stack's tier, or of the organization, as a list or as text", () => {
    passes(control, [key({}, accounts("222222222222"))], dev);
    passes(control, [key({}, accounts("111111111111"))], dev);
    passes(control, [key({}, via({ allowedAccountIds: '["222222222222"]' }))], dev);
  });

  it("passes any listed account in a stack without a tier", () => {
    passes(control, [key({}, via({ allowedAccountIds: ["444444444444"] }, "org"))]);
  });

  it("finds another tier's account, a stranger's, and no account", () => {
    violates(control, [key({}, accounts("444444444444"))], LINE, dev);
    violates(control, [key({}, accounts("222222222222", "999999999999"))], LINE, dev);
    violates(control, [key({}, accounts())], LINE, dev);
    violates(control, [key({}, {})], LINE, dev);
    violates(control, [key({}, via({ allowedAccountIds: ["999999999999"] }, "org"))], LINE);
  });

  it("has nothing to judge without accounts, or outside AWS", () => {
    notApplicable(control, [key({}, {})], { settings: { accounts: {} } });
    notApplicable(control, [declare("random:index/randomId:RandomId", "r")]);
  });

  it("finds keys, roles, secrets, functions and log groups of accounts that are not the company's", () => {
    const HERE = via({ allowedAccountIds: ["444444444444"] });
    const used = {
      kmsKeyId: "arn:aws:kms:eu-central-1:123456789012:key/1",
      roles: [{ arn: "arn:aws:iam::123456789012:role/etl" }],
      secret: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db",
      handler: "arn:aws:lambda:eu-central-1:123456789012:function:rotate",
      logs: "arn:aws:logs:eu-central-1:123456789012:log-group:trail:*",
    };
    violates(
      control,
      [key(used, HERE)],
      ["kmsKeyId", "roles[0].arn", "secret", "handler", "logs"].map((path) => `k (kms/key): ${path}`),
    );
    const own = JSON.parse(JSON.stringify(used).replaceAll("123456789012", "111111111111")) as typeof used;
    passes(control, [key(own, HERE)]);
    const ofAws = {
      policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
      layer: "arn:aws:lambda:eu-central-1:123456789012:layer:insights:1",
      pattern: "arn:aws:iam::*:role/etl",
    };
    passes(control, [key(ofAws, HERE)]);
  });

  it("finds keys of strangers on everything that is encrypted, by ARN or alias, and in definitions", () => {
    const HERE = via({ allowedAccountIds: ["444444444444"] });
    const stranger = "arn:aws:kms:eu-central-1:123456789012:key/1";
    const rules = [{ applyServerSideEncryptionByDefault: { kmsMasterKeyId: stranger } }];
    const step = JSON.stringify({
      Steps: [{ Arguments: { VolumeKmsKeyId: stranger, OutputKey: stranger } }],
    });
    const cases = [
      [
        "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        { rules },
        "rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId",
      ],
      ["sqs/queue:Queue", { kmsMasterKeyId: stranger }, "kmsMasterKeyId"],
      ["sqs/queue:Queue", { kmsMasterKeyId: stranger.replace("key/1", "alias/theirs") }, "kmsMasterKeyId"],
      ["cloudwatch/logGroup:LogGroup", { kmsKeyId: stranger }, "kmsKeyId"],
      ["ebs/volume:Volume", { kmsKeyId: stranger }, "kmsKeyId"],
      ["sagemaker/notebookInstance:NotebookInstance", { kmsKeyId: stranger }, "kmsKeyId"],
      ["sagemaker/pipeline:Pipeline", { pipelineDefinition: step }, "pipelineDefinition"],
    ] as const;
    for (const [type, props, path] of cases) {
      violates(control, [declare(type, "n", props, HERE)], [`n (${type.replace(/:.*/, "")}): ${path}`]);
      const ours = JSON.parse(JSON.stringify(props).replaceAll("123456789012", "444444444444")) as object;
      passes(control, [declare(type, "n", { ...ours }, HERE)]);
      notApplicable(control, [declare(type, "n", props, HERE)], { settings: { accounts: {} } });
    }
    const policy = JSON.stringify({ Statement: [{ Action: "kms:Decrypt", Resource: stranger }] });
    passes(control, [declare("iam/policy:Policy", "p", { policy }, HERE)]);
  });

  it("finds keys of another tier, and passes its roles, the organization's keys, and those of a stack without a tier", () => {
    const HERE = via({ allowedAccountIds: ["444444444444"] });
    const of = (account: string, what = "kms:eu-central-1", more = "key/1") => ({
      used: `arn:aws:${what}:${account}:${more}`,
    });
    const prod = { tier: "prod" } as const;
    violates(control, [key(of("222222222222"), HERE)], ["k (kms/key): used"], prod);
    passes(control, [key(of("111111111111"), HERE)], prod);
    passes(control, [key(of("222222222222", "iam:", "role/reader"), HERE)], prod);
    passes(control, [key(of("222222222222"), via({ allowedAccountIds: ["111111111111"] }, "org"))]);
  });

  it("passes identities of trusted accounts, and nothing else of theirs", () => {
    const HERE = via({ allowedAccountIds: ["444444444444"] });
    const trusted = { settings: { trustedAccounts: ["123456789012"] } };
    passes(control, [key({ grantee: "arn:aws:iam::123456789012:role/partner" }, HERE)], trusted);
    violates(
      control,
      [key({ used: "arn:aws:kms:eu-central-1:123456789012:key/1" }, HERE)],
      ["k (kms/key): used"],
      trusted,
    );
  });
});
