import { workloadInOwnTeam as control } from "../../../policy-pack/controls/trust/workload-in-own-team";
import { AT_HOME, HOME } from "../identity/cases";
import { declare, type Declared, ref, urnOf } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { roleOf, ROOT } from "./teams";

const tags = { Team: "fraud" };
const of = (team: string, type: string, name: string, props: object = {}): Declared =>
  declare(type, name, { name, tags: { Team: team }, ...props }, AT_HOME);
const bucketOf = (team: string, policy?: object): Declared =>
  of(team, "s3/bucket:Bucket", `${team}-data`, {
    bucket: `${team}-data`,
    ...(policy === undefined ? {} : { policy: { Statement: [policy] } }),
  });
const model = (props: object) =>
  declare("sagemaker/model:Model", "scoring", { name: "scoring", tags, ...props });
const fraudRole = roleOf("fraud", "fraud-serving");
const visionRole = roleOf("vision", "vision-serving");
const foreignRole = ["scoring (sagemaker/model): executionRoleArn"];

describe("workload-in-own-team", () => {
  it("passes what is made of its own team's things", () => {
    passes(control, [fraudRole, model({ executionRoleArn: ref(fraudRole, "arn") })]);
    passes(control, [
      fraudRole,
      visionRole,
      bucketOf("fraud"),
      bucketOf("vision"),
      model({
        executionRoleArn: `arn:aws:iam::${HOME}:role/fraud-serving`,
        primaryContainer: { modelDataUrl: "s3://fraud-data/model.tar.gz" },
      }),
    ]);
  });

  it("refuses another team's role: by reference, by name, in a pipeline", () => {
    violates(control, [visionRole, model({ executionRoleArn: ref(visionRole, "arn") })], foreignRole);
    const named = `arn:aws:iam::${HOME}:role/vision-serving`;
    violates(control, [visionRole, model({ executionRoleArn: named })], foreignRole);
    const definition = { Steps: [{ Arguments: { RoleArn: named } }] };
    violates(
      control,
      [
        visionRole,
        declare("sagemaker/pipeline:Pipeline", "train", {
          tags,
          pipelineDefinition: JSON.stringify(definition),
        }),
      ],
      ["train (sagemaker/pipeline): pipelineDefinition.Steps[0].Arguments.RoleArn"],
    );
  });

  it("refuses another team's role for backups, and its log group for DNS queries", () => {
    const role = (team: string) => of(team, "iam/role:Role", `${team}-backup`, { name: `${team}-backup` });
    const selection = (team: string) =>
      of("fraud", "backup/selection:Selection", "s", {
        iamRoleArn: ref(role(team), "arn"),
        planId: "plan",
        resources: ["arn:aws:s3:::fraud-data"],
      });
    passes(control, [role("fraud"), selection("fraud")]);
    violates(control, [role("vision"), selection("vision")], ["s (backup/selection): iamRoleArn"]);
    const logs = (team: string) => of(team, "cloudwatch/logGroup:LogGroup", `/${team}/dns`);
    const queries = (team: string) =>
      of("platform", "route53/resolverQueryLogConfig:ResolverQueryLogConfig", "q", {
        destinationArn: ref(logs(team), "arn"),
      });
    passes(control, [logs("platform"), queries("platform")]);
    violates(
      control,
      [logs("vision"), queries("vision")],
      ["q (route53/resolverQueryLogConfig): destinationArn"],
    );
  });

  it("refuses another team's model, endpoint configuration and log group", () => {
    const variants = (modelName: unknown) => ({ productionVariants: [{ modelName }] });
    const visionModel = of("vision", "sagemaker/model:Model", "vision-model");
    violates(
      control,
      [
        visionModel,
        of(
          "fraud",
          "sagemaker/endpointConfiguration:EndpointConfiguration",
          "c",
          variants(ref(visionModel, "name")),
        ),
      ],
      ["c (sagemaker/endpointConfiguration): productionVariants[0].modelName"],
    );
    const config = of("vision", "sagemaker/endpointConfiguration:EndpointConfiguration", "vision-config");
    violates(
      control,
      [config, of("fraud", "sagemaker/endpoint:Endpoint", "e", { endpointConfigName: "vision-config" })],
      ["e (sagemaker/endpoint): endpointConfigName"],
    );
    const group = of("vision", "cloudwatch/logGroup:LogGroup", "/vision/logs");
    const loggingConfig = { logGroup: "/vision/logs" };
    violates(
      control,
      [group, of("fraud", "lambda/function:Function", "f", { loggingConfig })],
      ["f (lambda/function): loggingConfig.logGroup"],
    );
    const logDestination = `arn:aws:logs:eu-central-1:${HOME}:log-group:/vision/logs:*`;
    violates(
      control,
      [
        group,
        of("fraud", "sfn/stateMachine:StateMachine", "s", { loggingConfiguration: { logDestination } }),
      ],
      ["s (sfn/stateMachine): loggingConfiguration.logDestination"],
    );
  });

  it("knows a name that the provider made up by what it comes from", () => {
    const unnamed = declare("sagemaker/model:Model", "m", { tags: { Team: "vision" } });
    violates(
      control,
      [
        unnamed,
        declare("sagemaker/endpointConfiguration:EndpointConfiguration", "c", {
          tags,
          productionVariants: [{ modelName: ref(unnamed, "name") }],
        }),
      ],
      ["c (sagemaker/endpointConfiguration): productionVariants[0].modelName"],
    );
  });

  const reads = (modelDataUrl: unknown) => model({ primaryContainer: { modelDataUrl } });
  const url = "s3://vision-data/model.tar.gz";
  const foreignBucket = ["scoring (sagemaker/model): primaryContainer.modelDataUrl"];

  it("refuses another team's bucket, however it is named", () => {
    violates(control, [bucketOf("vision"), reads(url)], foreignBucket);
    violates(control, [bucketOf("vision"), reads(ref(bucketOf("vision"), "url"))], foreignBucket);
    violates(
      control,
      [
        bucketOf("vision"),
        of("fraud", "sagemaker/featureGroup:FeatureGroup", "g", {
          offlineStoreConfig: { s3StorageConfig: { s3Uri: "s3://vision-data" } },
        }),
      ],
      ["g (sagemaker/featureGroup): offlineStoreConfig.s3StorageConfig.s3Uri"],
    );
    violates(
      control,
      [bucketOf("vision"), of("fraud", "lambda/function:Function", "f", { s3Bucket: "vision-data" })],
      ["f (lambda/function): s3Bucket"],
    );
  });

  it("takes a bucket that its team gives, to the roles or to the account", () => {
    const lets = (aws: unknown, more: object = {}) => ({
      Effect: "Allow",
      Principal: { AWS: aws },
      Action: "s3:GetObject",
      Resource: "*",
      ...more,
    });
    passes(control, [
      fraudRole,
      bucketOf("vision", lets(`arn:aws:iam::${HOME}:role/fraud-serving`)),
      reads(url),
    ]);
    passes(control, [bucketOf("vision", lets(ROOT)), reads(url)]);
    const toTeam = (team: string) => ({ Condition: { StringEquals: { "aws:PrincipalTag/Team": team } } });
    passes(control, [bucketOf("vision", lets(ROOT, toTeam("fraud"))), reads(url)]);
    violates(control, [bucketOf("vision", lets(ROOT, toTeam("vision"))), reads(url)], foreignBucket);
    violates(control, [bucketOf("vision", lets(ROOT, { Effect: "Deny" })), reads(url)], foreignBucket);
    const byService = { Principal: { Service: "logging.s3.amazonaws.com" } };
    violates(control, [bucketOf("vision", lets(ROOT, byService)), reads(url)], foreignBucket);
  });

  it("waits for a bucket's policy that is not known yet", () => {
    const other = declare("sqs/queue:Queue", "q", { note: '{"Statement":[]}' });
    const late = declare("s3/bucket:Bucket", "b", {
      bucket: "vision-data",
      tags: { Team: "vision" },
      policy: ref(other, "note"),
    });
    defers(control, [other, late, reads(url)], foreignBucket, foreignBucket);
  });

  it("goes by the component of what has no tags", () => {
    const workspace = declare("acme:index:Workspace", "fraud");
    const inside = { parent: urnOf(workspace) };
    const subnet = declare("ec2/subnet:Subnet", "a", { tags }, inside);
    const job = declare("sagemaker/model:Model", "m", { executionRoleArn: ref(visionRole, "arn") }, inside);
    violates(control, [workspace, subnet, visionRole, job], ["m (sagemaker/model): executionRoleArn"]);
  });

  it("has nothing to judge where a team is not told, and in what only calls or describes", () => {
    notApplicable(control, [
      visionRole,
      declare("sagemaker/model:Model", "m", { executionRoleArn: ref(visionRole) }),
    ]);
    notApplicable(control, [
      roleOf(undefined, "r"),
      model({ executionRoleArn: ref(roleOf(undefined, "r")) }),
    ]);
    notApplicable(control, [
      bucketOf("vision"),
      of("fraud", "lambda/function:Function", "f", { environment: { variables: { BUCKET: "vision-data" } } }),
      of("fraud", "lambda/permission:Permission", "p", { sourceArn: "arn:aws:s3:::vision-data" }),
    ]);
  });
});
