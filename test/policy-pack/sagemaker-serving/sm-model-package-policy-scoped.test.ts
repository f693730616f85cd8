import { smModelPackagePolicyScoped as control } from "../../../policy-pack/controls/sagemaker-serving/sm-model-package-policy-scoped";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { key } from "./serving-cases";

const READ = ["sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages", "sagemaker:CreateModel"];
const GOOD = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::444444444444:role/deploy" },
  Action: READ,
  Resource: "*",
};
const policy = (statement: object) =>
  declare("sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy", "p", {
    resourcePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [{ ...GOOD, ...statement }] }),
  });
const at = (...paths: readonly string[]) =>
  paths.map((path) => `p (sagemaker/modelPackageGroupPolicy): resourcePolicy.Statement[0].${path}`);

describe("sm-model-package-policy-scoped", () => {
  it("passes reading and deploying by accounts of the organization", () => {
    passes(control, [policy({})]);
    passes(control, [policy({ Principal: { AWS: "444444444444" }, Action: "sagemaker:Describe*" })]);
    passes(control, [
      policy({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } } }),
    ]);
  });

  it("finds actions that change packages, and patterns that cover them", () => {
    violates(control, [policy({ Action: "sagemaker:UpdateModelPackage" })], at("Action"));
    violates(control, [policy({ Action: [...READ, "sagemaker:*"] })], at("Action[3]"));
    violates(control, [policy({ Action: undefined, NotAction: ["sagemaker:Delete*"] })], at("NotAction"));
  });

  it("finds foreign accounts, everyone, and everyone but a few", () => {
    violates(control, [policy({ Principal: { AWS: ["999999999999"] } })], at("Principal.AWS[0]"));
    violates(control, [policy({ Principal: "*" })], at("Principal"));
    violates(
      control,
      [policy({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalAccount": "999999999999" } } })],
      at("Principal"),
    );
    violates(
      control,
      [policy({ Principal: undefined, NotPrincipal: { AWS: "999999999999" } })],
      at("NotPrincipal"),
    );
  });

  it("finds text that is no policy", () => {
    violates(
      control,
      [declare("sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy", "p", { resourcePolicy: "no" })],
      ["p (sagemaker/modelPackageGroupPolicy): resourcePolicy"],
    );
    notApplicable(control, [key]);
  });
});
