import { iamPermissionsBoundaryRequired as control } from "../../../policy-pack/controls/identity/iam-permissions-boundary-required";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const role = (principal: unknown, props: object = {}) =>
  declare("iam/role:Role", "r", {
    assumeRolePolicy: { Statement: { Effect: "Allow", Action: "sts:AssumeRole", Principal: principal } },
    ...props,
  });
const boundary = declare("iam/policy:Policy", "boundary");
const FOUND = ["r (iam/role): permissionsBoundary"];

describe("iam-permissions-boundary-required", () => {
  it("passes a boundary of the same program or by its ARN", () => {
    const sagemaker = { Service: "sagemaker.amazonaws.com" };
    passes(control, [boundary, role(sagemaker, { permissionsBoundary: ref(boundary, "arn") })]);
    passes(control, [role(sagemaker, { permissionsBoundary: "arn:aws:iam::222222222222:policy/boundary" })]);
  });

  for (const principal of [
    { Service: "sagemaker.amazonaws.com" },
    { Service: ["vpc-flow-logs.amazonaws.com", "lambda.amazonaws.com"] },
    { AWS: "222222222222" },
    { Federated: "arn:aws:iam::222222222222:oidc-provider/x" },
    "*",
  ]) {
    it(`wants one for ${JSON.stringify(principal)}`, () => violates(control, [role(principal)], FOUND));
  }

  it("refuses an empty one", () => {
    violates(control, [role({ AWS: "222222222222" }, { permissionsBoundary: "" })], FOUND);
  });

  it("wants none where a service does one thing of its own", () => {
    notApplicable(control, [role({ Service: "vpc-flow-logs.amazonaws.com" })]);
  });
});
