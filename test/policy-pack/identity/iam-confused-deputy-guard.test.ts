import { iamConfusedDeputyGuard as control } from "../../../policy-pack/controls/identity/iam-confused-deputy-guard";
import { declare } from "../support/resources";
import { passes, violates } from "../support/verdicts";
import { bucketPolicy, trusting } from "./cases";

const trust = (service: string, Condition?: unknown) =>
  trusting({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service }, Condition });
const FOUND = ["training (iam/role): assumeRolePolicy.Statement[0].Principal.Service"];

describe("iam-confused-deputy-guard", () => {
  it("passes a service with its source, and services that set none", () => {
    passes(control, [
      trust("sagemaker.amazonaws.com", { StringEquals: { "aws:SourceAccount": "222222222222" } }),
    ]);
    passes(control, [trust("ec2.amazonaws.com")]);
    passes(control, [trust("cloudtrail.amazonaws.com")]);
    passes(control, [
      trusting({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "222222222222" } }),
    ]);
  });

  it("refuses a service without its source", () => {
    violates(control, [trust("sagemaker.amazonaws.com")], FOUND);
    const ifExists = { StringEqualsIfExists: { "aws:SourceAccount": "222222222222" } };
    violates(control, [trust("sagemaker.amazonaws.com", ifExists)], FOUND);
    violates(
      control,
      [trust("sagemaker.amazonaws.com", { StringLike: { "aws:SourceAccount": "*" } })],
      FOUND,
    );
    violates(
      control,
      [trust("sagemaker.amazonaws.com", { ArnLike: { "aws:SourceArn": "arn:aws:sagemaker:*:*:*" } })],
      FOUND,
    );
  });

  it("demands the account of functions too", () => {
    passes(control, [
      trust("lambda.amazonaws.com", { StringEquals: { "aws:SourceAccount": "222222222222" } }),
    ]);
    violates(control, [trust("lambda.amazonaws.com")], FOUND);
    violates(control, [trust("lambda.amazonaws.com", { StringLike: { "aws:SourceAccount": "*" } })], FOUND);
  });

  it("refuses it in resource policies too", () => {
    const policy = bucketPolicy({
      Effect: "Allow",
      Action: "s3:PutObject",
      Principal: { Service: "cloudtrail.amazonaws.com" },
    });
    violates(control, [policy], ["data (s3/bucketPolicy): policy.Statement[0].Principal.Service"]);
  });

  it("takes the encryption context where a service sets no source", () => {
    const logs = (pattern: string) => ({
      Effect: "Allow",
      Principal: { Service: "logs.eu-central-1.amazonaws.com" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": pattern } },
    });
    const key = (pattern: string) =>
      declare("kms/key:Key", "logs", { policy: { Statement: [logs(pattern)] } });
    passes(control, [key("arn:aws:logs:eu-central-1:222222222222:log-group:*")]);
    violates(control, [key("arn:aws:logs:*:*:*")], ["logs (kms/key): policy.Statement[0].Principal.Service"]);
  });

  it("looks at Lambda permissions", () => {
    const permission = (props: object) =>
      declare("lambda/permission:Permission", "p", { principal: "s3.amazonaws.com", ...props });
    violates(control, [permission({})], ["p (lambda/permission): sourceArn"]);
    passes(control, [permission({ sourceArn: "arn:aws:s3:::acme-data" })]);
    passes(control, [permission({ sourceAccount: "222222222222" })]);
    passes(control, [permission({ sourceArn: "arn:aws:events:eu-central-1:222222222222:rule/*" })]);
    for (const sourceArn of ["*", "arn:aws:s3:::*", "arn:aws:sns:eu-central-1:*:x"])
      violates(control, [permission({ sourceArn })], ["p (lambda/permission): sourceArn"]);
  });
});
