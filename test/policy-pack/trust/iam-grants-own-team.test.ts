import { iamGrantsOwnTeam as control } from "../../../policy-pack/controls/trust/iam-grants-own-team";
import { AT_HOME, HOME } from "../identity/cases";
import { declare, type Declared, ref, urnOf } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { keyOf, roleOf, ROOT } from "./teams";

const fraud = roleOf("fraud", "fraud-training");
const visionRole = roleOf("vision", "vision-training");
const of = (team: string, type: string, name: string, props: object = {}): Declared =>
  declare(type, name, { name, tags: { Team: team }, ...props }, AT_HOME);
const bucketOf = (team: string, policy?: object): Declared =>
  of(team, "s3/bucket:Bucket", `${team}-data`, {
    bucket: `${team}-data`,
    ...(policy === undefined ? {} : { policy: { Statement: [policy] } }),
  });
const allow = (Resource: unknown, more: object = {}) => ({
  Effect: "Allow",
  Action: "s3:GetObject",
  Resource,
  ...more,
});
const policy = (statement: object, role: Declared = fraud, more: Declared["more"] = {}): Declared =>
  declare("iam/rolePolicy:RolePolicy", "p", { role: ref(role), policy: { Statement: [statement] } }, more);
const resource = ["p (iam/rolePolicy): policy.Statement[0].Resource"];
const arn = (service: string, rest: string) => `arn:aws:${service}:eu-central-1:${HOME}:${rest}`;

describe("iam-grants-own-team", () => {
  it("passes a policy that names the team's own things, and what no team has", () => {
    passes(control, [
      fraud,
      bucketOf("fraud"),
      bucketOf("vision"),
      policy(allow("arn:aws:s3:::fraud-data/*")),
    ]);
    passes(control, [fraud, bucketOf("vision"), policy(allow(["arn:aws:s3:::elsewhere/*", "*"]))]);
    passes(control, [
      fraud,
      bucketOf("vision"),
      policy(allow("arn:aws:s3:::vision-data/*", { Effect: "Deny" })),
    ]);
  });

  for (const [words, target, text] of [
    ["bucket", bucketOf("vision"), "arn:aws:s3:::vision-data/train/*"],
    ["bucket by a pattern", bucketOf("vision"), "arn:aws:s3:::vision-*"],
    ["key", of("vision", "kms/key:Key", "k", { keyId: "1234" }), arn("kms", "key/1234")],
    [
      "secret",
      of("vision", "secretsmanager/secret:Secret", "vision-api"),
      arn("secretsmanager", "secret:vision-api-??????"),
    ],
    [
      "secret with its characters",
      of("vision", "secretsmanager/secret:Secret", "vision/api"),
      arn("secretsmanager", "secret:vision/api-a1B2c3"),
    ],
    ["role", visionRole, `arn:aws:iam::${HOME}:role/vision-training`],
    [
      "endpoint",
      of("vision", "sagemaker/endpoint:Endpoint", "Vision-Scoring"),
      arn("sagemaker", "endpoint/vision-scoring"),
    ],
    [
      "feature group",
      of("vision", "sagemaker/featureGroup:FeatureGroup", "g", { featureGroupName: "images" }),
      arn("sagemaker", "feature-group/images"),
    ],
    ["table", of("vision", "dynamodb/table:Table", "labels"), arn("dynamodb", "table/labels/index/*")],
    ["queue", of("vision", "sqs/queue:Queue", "frames"), arn("sqs", "frames")],
    ["topic", of("vision", "sns/topic:Topic", "frames"), arn("sns", "fram*")],
    ["stream", of("vision", "kinesis/stream:Stream", "frames"), arn("kinesis", "stream/frames")],
    ["function", of("vision", "lambda/function:Function", "resize"), arn("lambda", "function:resize:*")],
    [
      "repository",
      of("vision", "ecr/repository:Repository", "vision/train"),
      arn("ecr", "repository/vision/*"),
    ],
    [
      "parameter",
      of("vision", "ssm/parameter:Parameter", "p", { name: "/vision/size" }),
      arn("ssm", "parameter/vision/size"),
    ],
    [
      "state machine",
      of("vision", "sfn/stateMachine:StateMachine", "label"),
      arn("states", "stateMachine:label"),
    ],
    [
      "pipeline",
      of("vision", "sagemaker/pipeline:Pipeline", "p", { pipelineName: "vision-train" }),
      arn("sagemaker", "pipeline/vision-train/execution/*"),
    ],
    [
      "model package group",
      of("vision", "sagemaker/modelPackageGroup:ModelPackageGroup", "g", { modelPackageGroupName: "detect" }),
      arn("sagemaker", "model-package-group/detect"),
    ],
    [
      "notebook",
      of("vision", "sagemaker/notebookInstance:NotebookInstance", "lab"),
      arn("sagemaker", "notebook-instance/lab"),
    ],
  ] as const) {
    it(`refuses another team's ${words}`, () => {
      violates(control, [fraud, target, policy(allow(text))], resource);
      const json = JSON.stringify({ Statement: [allow([text])] });
      const inline = declare(
        "iam/role:Role",
        "r",
        { name: "r", tags: { Team: "fraud" }, inlinePolicies: [{ name: "p", policy: json }] },
        AT_HOME,
      );
      violates(
        control,
        [target, inline],
        ["r (iam/role): inlinePolicies[0].policy.Statement[0].Resource[0]"],
      );
    });
  }

  it("refuses what is named by reference alone, and a managed policy that is attached", () => {
    const unnamed = declare("dynamodb/table:Table", "t", { tags: { Team: "vision" } }, AT_HOME);
    violates(control, [fraud, unnamed, policy(allow(ref(unnamed, "arn")))], ["p (iam/rolePolicy): policy"]);
    const managed = declare("iam/policy:Policy", "m", {
      name: "m",
      policy: { Statement: [allow("arn:aws:s3:::vision-data")] },
    });
    const attached = declare("iam/rolePolicyAttachment:RolePolicyAttachment", "a", {
      role: ref(fraud),
      policyArn: ref(managed, "arn"),
    });
    violates(
      control,
      [fraud, bucketOf("vision"), managed, attached],
      ["m (iam/policy): policy.Statement[0].Resource"],
    );
  });

  it("refuses keys by another team's alias, and all that has another team's tag", () => {
    const key = keyOf("vision", "k");
    const alias = declare("kms/alias:Alias", "a", {
      name: "alias/vision-data",
      targetKeyId: ref(key, "keyId"),
    });
    const by = (operator: string, name: string, value: string) =>
      allow("*", { Action: "kms:Decrypt", Condition: { [operator]: { [name]: value } } });
    const at = (operator: string, name: string) => [
      `p (iam/rolePolicy): policy.Statement[0].Condition.${operator}.${name}`,
    ];
    const aliases = "kms:ResourceAliases";
    const any = "ForAnyValue:StringEquals";
    violates(control, [fraud, key, alias, policy(by(any, aliases, "alias/vision-data"))], at(any, aliases));
    violates(
      control,
      [fraud, key, alias, policy(by("StringLike", aliases, "alias/vis*"))],
      at("StringLike", aliases),
    );
    const tag = "aws:ResourceTag/Team";
    violates(control, [fraud, policy(by("StringEquals", tag, "vision"))], at("StringEquals", tag));
    violates(
      control,
      [fraud, policy(by("StringLike", "ec2:ResourceTag/Team", "*"))],
      at("StringLike", "ec2:ResourceTag/Team"),
    );
    passes(control, [fraud, policy(by("StringEquals", tag, "fraud"))]);
    passes(control, [fraud, policy(by("StringEquals", tag, "${aws:PrincipalTag/Team}"))]);
    passes(control, [
      fraud,
      bucketOf("vision"),
      policy(allow("arn:aws:s3:::*-data/*", { Condition: { StringEquals: { [tag]: "fraud" } } })),
    ]);
  });

  it("takes a bucket that its team gives in the bucket's own policy", () => {
    const lets = (aws: unknown) => ({
      Effect: "Allow",
      Principal: { AWS: aws },
      Action: "s3:GetObject",
      Resource: "*",
    });
    const reads = policy(allow("arn:aws:s3:::vision-data/*"));
    passes(control, [fraud, bucketOf("vision", lets(ref(fraud, "arn"))), reads]);
    passes(control, [fraud, bucketOf("vision", lets(ROOT)), reads]);
    violates(control, [fraud, visionRole, bucketOf("vision", lets(ref(visionRole, "arn"))), reads], resource);
    const other = declare("sqs/queue:Queue", "q", { note: '{"Statement":[]}' });
    const late = of("vision", "s3/bucket:Bucket", "b", { bucket: "vision-data", policy: ref(other, "note") });
    defers(control, [other, fraud, late, reads], resource, resource);
  });

  it("takes a queue that its team gives in the queue's own policy, within or beside", () => {
    const lets = {
      Statement: [{ Effect: "Allow", Principal: { AWS: ref(fraud, "arn") }, Action: "sqs:SendMessage" }],
    };
    const sends = policy(allow(arn("sqs", "frames"), { Action: "sqs:SendMessage" }));
    const queue = of("vision", "sqs/queue:Queue", "frames");
    passes(control, [fraud, of("vision", "sqs/queue:Queue", "frames", { policy: lets }), sends]);
    const beside = declare("sqs/queuePolicy:QueuePolicy", "q", { queueUrl: ref(queue), policy: lets });
    passes(control, [fraud, queue, beside, sends]);
    violates(control, [fraud, queue, sends], resource);
  });

  it("takes the calling of an endpoint that its team gives, in its component or under its tag", () => {
    const workspace = declare("acme:index:Workspace", "vision");
    const inside = { parent: urnOf(workspace) };
    const endpoint = declare(
      "sagemaker/endpoint:Endpoint",
      "e",
      { name: "scoring", tags: { Team: "vision" } },
      { ...AT_HOME, ...inside },
    );
    const calls = allow(arn("sagemaker", "endpoint/scoring"), { Action: "sagemaker:InvokeEndpoint" });
    passes(control, [workspace, endpoint, fraud, policy(calls, fraud, inside)]);
    violates(control, [workspace, endpoint, fraud, policy(calls)], resource);
    const bucket = declare(
      "s3/bucket:Bucket",
      "b",
      { bucket: "vision-data", tags: { Team: "vision" } },
      inside,
    );
    const reads = allow("arn:aws:s3:::vision-data/*");
    violates(
      control,
      [workspace, endpoint, bucket, fraud, policy(reads, fraud, inside)],
      [...resource, "p (iam/rolePolicy): role"],
    );
    passes(control, [workspace, endpoint, bucket, visionRole, policy(reads, visionRole, inside)]);
  });

  it("refuses a call that a team's component lets another team make of an endpoint that is not its own", () => {
    const workspace = declare("acme:index:Workspace", "vision");
    const inside = { parent: urnOf(workspace) };
    const key = declare("kms/key:Key", "vision", { tags: { Team: "vision" } }, inside);
    const endpoint = of("fraud", "sagemaker/endpoint:Endpoint", "scoring");
    const calls = allow(arn("sagemaker", "endpoint/scoring"), { Action: "sagemaker:InvokeEndpoint" });
    const graph = [workspace, key, endpoint, fraud];
    violates(control, [...graph, policy(calls, fraud, inside)], ["p (iam/rolePolicy): role"]);
    passes(control, [...graph, policy(calls)]);
  });

  it("refuses what else a team's component puts on another team's role", () => {
    const workspace = declare("acme:index:Workspace", "vision");
    const inside = { parent: urnOf(workspace) };
    const subnet = declare("ec2/subnet:Subnet", "a", { tags: { Team: "vision" } }, inside);
    const found = ["p (iam/rolePolicy): role"];
    const all = [workspace, subnet, fraud];
    violates(control, [...all, policy(allow("*", { Action: "events:PutRule" }), fraud, inside)], found);
    violates(control, [...all, policy(allow(["arn:aws:s3:::elsewhere/*"]), fraud, inside)], found);
    violates(control, [...all, policy(allow(undefined, { NotResource: "x" }), fraud, inside)], found);
    passes(control, [...all, policy(allow("*", { Effect: "Deny" }), fraud, inside)]);
    passes(control, [...all, policy(allow("*", { Action: "events:PutRule" }), fraud)]);
    const rule = declare("cloudwatch/eventRule:EventRule", "r");
    defers(control, [...all, rule, policy(allow(ref(rule, "arn")), fraud, inside)], found, found);
  });

  it("has nothing to judge in roles of no team", () => {
    const nobody = roleOf(undefined, "r");
    notApplicable(control, [nobody, bucketOf("vision"), policy(allow("arn:aws:s3:::vision-data/*"), nobody)]);
  });
});
