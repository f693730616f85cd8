import { workloadRoleReachesData as control } from "../../../policy-pack/controls/trust/workload-role-reaches-data";
import { HOME } from "../identity/cases";
import { declare, type Declared, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { roleOf } from "./teams";

const role = roleOf("fraud", "serving");
const bucket = (name: string, props: object = {}) =>
  declare("s3/bucket:Bucket", name, { bucket: name, ...props });
const [models, data] = [bucket("models"), bucket("data")];
const policy = (Action: unknown, Resource: unknown, more: object = {}): Declared =>
  declare("iam/rolePolicy:RolePolicy", "p", {
    role: ref(role),
    policy: { Statement: [{ Effect: "Allow", Action, Resource, ...more }] },
  });
const model = (modelDataUrl: unknown): Declared =>
  declare("sagemaker/model:Model", "m", {
    name: "m",
    executionRoleArn: ref(role, "arn"),
    primaryContainer: { modelDataUrl },
  });
const reads = policy("s3:GetObject", "arn:aws:s3:::models/*");
const found = ["m (sagemaker/model): primaryContainer.modelDataUrl"];

describe("workload-role-reaches-data", () => {
  it("passes a model that comes from where its role reads", () => {
    passes(control, [role, models, reads, model("s3://models/m.tar.gz")]);
    passes(control, [
      role,
      models,
      policy("s3:Get*", "arn:aws:s3:::models/m.tar.gz"),
      model("s3://models/m.tar.gz"),
    ]);
    passes(control, [role, models, policy("s3:*", "*"), model("s3://models/m.tar.gz")]);
    passes(control, [
      role,
      models,
      policy(undefined, "*", { NotAction: "iam:*" }),
      model("s3://models/m.tar.gz"),
    ]);
  });

  it("refuses a model that comes from elsewhere", () => {
    violates(control, [role, models, data, reads, model("s3://data/m.tar.gz")], found);
    violates(
      control,
      [role, models, policy("s3:PutObject", "arn:aws:s3:::models/*"), model("s3://models/m")],
      found,
    );
    violates(
      control,
      [role, models, policy("s3:GetObject", "arn:aws:s3:::models"), model("s3://models/m")],
      found,
    );
    violates(
      control,
      [
        role,
        models,
        policy("s3:GetObject", "arn:aws:s3:::models/*", { Effect: "Deny" }),
        model("s3://models/m"),
      ],
      found,
    );
    const source = declare("sagemaker/model:Model", "m", {
      executionRoleArn: ref(role, "arn"),
      containers: [{ modelDataSource: { s3DataSources: [{ s3Uri: "s3://data/m/" }] } }],
    });
    violates(
      control,
      [role, data, reads, source],
      ["m (sagemaker/model): containers[0].modelDataSource.s3DataSources[0].s3Uri"],
    );
  });

  it("judges where captures, features and logs go", () => {
    const capture = (uri: string) =>
      declare("sagemaker/endpointConfiguration:EndpointConfiguration", "c", {
        productionVariants: [{ modelName: "m" }],
        dataCaptureConfig: { destinationS3Uri: uri },
      });
    const all = policy(
      ["s3:GetObject", "s3:PutObject"],
      ["arn:aws:s3:::models/*", "arn:aws:s3:::data/captures/*"],
    );
    const plain = model("s3://models/m");
    passes(control, [role, models, data, all, plain, capture("s3://data/captures")]);
    violates(
      control,
      [role, models, data, all, plain, capture("s3://data/other")],
      ["c (sagemaker/endpointConfiguration): dataCaptureConfig.destinationS3Uri"],
    );

    const features = declare("sagemaker/featureGroup:FeatureGroup", "g", {
      roleArn: ref(role, "arn"),
      offlineStoreConfig: { s3StorageConfig: { s3Uri: "s3://data/features" } },
    });
    passes(control, [role, data, policy("s3:PutObject", "arn:aws:s3:::data/features/*"), features]);
    violates(
      control,
      [role, data, reads, features],
      ["g (sagemaker/featureGroup): offlineStoreConfig.s3StorageConfig.s3Uri"],
    );

    const group = declare("cloudwatch/logGroup:LogGroup", "/f", { name: "/f" });
    const logs = (name: string) =>
      policy("logs:PutLogEvents", `arn:aws:logs:eu-central-1:${HOME}:log-group:${name}:*`);
    const run = declare("lambda/function:Function", "f", {
      role: ref(role, "arn"),
      loggingConfig: { logGroup: ref(group, "name") },
    });
    passes(control, [role, group, logs("/f"), run]);
    passes(control, [role, group, policy("logs:*", "*"), run]);
    violates(control, [role, group, logs("/g"), run], ["f (lambda/function): loggingConfig.logGroup"]);
  });

  it("takes what the bucket's own policy gives", () => {
    const lets = {
      Effect: "Allow",
      Principal: { AWS: ref(role, "arn") },
      Action: "s3:GetObject",
      Resource: "*",
    };
    const open = bucket("data", { policy: { Statement: [lets] } });
    passes(control, [role, open, reads, model("s3://data/m")]);
  });

  it("waits for what is not known yet", () => {
    const text = declare("sqs/queue:Queue", "q", {
      url: "s3://data/m",
      policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "x" }] }),
    });
    const late = declare("iam/rolePolicy:RolePolicy", "p", { role: ref(role), policy: ref(text, "policy") });
    defers(control, [role, data, text, late, model("s3://data/m")], found, found);
  });

  it("lets roles be that have policies from elsewhere, or none here", () => {
    const attached = declare("iam/rolePolicyAttachment:RolePolicyAttachment", "a", {
      role: ref(role),
      policyArn: "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess",
    });
    passes(control, [role, data, reads, attached, model("s3://data/m")]);
    passes(control, [role, data, model("s3://data/m")]);
    notApplicable(control, [role, reads, model("s3://elsewhere/m")]);
  });
});
