import { iamPermissionsBoundaryRequired as control } from "../../../policy-pack/controls/identity/iam-permissions-boundary-required";
import { declare, ref } from "../support/resources";
import { AT_HOME, HOME } from "./cases";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

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
    { Service: "bedrock-agentcore.amazonaws.com" },
    { Service: "emr-serverless.amazonaws.com" },
    { Service: "rolesanywhere.amazonaws.com" },
    { Service: "tasks.apprunner.amazonaws.com" },
    { AWS: "222222222222" },
    { Federated: "arn:aws:iam::222222222222:oidc-provider/x" },
    "*",
  ]) {
    it(`wants one for ${JSON.stringify(principal)}`, () => violates(control, [role(principal)], FOUND));
  }

  it("refuses an empty one", () => {
    violates(control, [role({ AWS: "222222222222" }, { permissionsBoundary: "" })], FOUND);
  });

  describe("where the settings name the company's own", () => {
    const settings = { permissionsBoundaries: ["acme-[a-z]+-boundary"] };
    const sagemaker = { Service: "sagemaker.amazonaws.com" };
    const named = (name: string) =>
      declare("iam/policy:Policy", name, { name, arn: `arn:aws:iam::222222222222:policy/ml/${name}` });
    const own = named("acme-prod-boundary");
    const other = named("acme-prod-boundary-2");

    it("passes one of them, by its ARN or from the same program", () => {
      passes(control, [own, role(sagemaker, { permissionsBoundary: ref(own, "arn") })], { settings });
      const arn = "arn:aws:iam::222222222222:policy/acme-dev-boundary";
      passes(control, [role(sagemaker, { permissionsBoundary: arn })], { settings });
    });

    it("refuses another policy, one of AWS's too, and for a service's own role", () => {
      violates(control, [other, role(sagemaker, { permissionsBoundary: ref(other, "arn") })], FOUND, {
        settings,
      });
      const everything = "arn:aws:iam::aws:policy/AdministratorAccess";
      for (const service of ["sagemaker.amazonaws.com", "vpc-flow-logs.amazonaws.com"]) {
        const bounded = role({ Service: service }, { permissionsBoundary: everything });
        violates(control, [bounded], FOUND, { settings });
      }
    });

    it("refuses another account's of the same name", () => {
      const bounded = (account: string) =>
        declare(
          "iam/role:Role",
          "r",
          {
            ...role(sagemaker).props,
            permissionsBoundary: `arn:aws:iam::${account}:policy/acme-dev-boundary`,
          },
          AT_HOME,
        );
      passes(control, [bounded(HOME)], { settings });
      violates(control, [bounded("333333333333")], FOUND, { settings });
    });

    it("waits for the name of a policy that has none yet", () => {
      const bounded = role(sagemaker, { permissionsBoundary: ref(boundary, "arn") });
      defers(control, [boundary, bounded], FOUND, FOUND, { settings });
    });
  });

  it("waits for trust that is not known yet, which may be in such a service", () => {
    const trust = (service: string) => ({
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } }],
    });
    const maker = declare("sqs/queue:Queue", "q", {
      logs: trust("vpc-flow-logs.amazonaws.com"),
      code: trust("lambda.amazonaws.com"),
    });
    const late = (output: string) => declare("iam/role:Role", "r", { assumeRolePolicy: ref(maker, output) });
    defers(control, [maker, late("logs")], FOUND, []);
    defers(control, [maker, late("code")], FOUND, FOUND);
  });

  it("wants none where a service does one thing of its own", () => {
    notApplicable(control, [role({ Service: "vpc-flow-logs.amazonaws.com" })]);
  });
});
