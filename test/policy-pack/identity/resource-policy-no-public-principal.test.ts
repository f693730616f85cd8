import { resourcePolicyNoPublicPrincipal as control } from "../../../policy-pack/controls/identity/resource-policy-no-public-principal";
import { RESOURCE_POLICY_TYPES, resourceDocument } from "../../../policy-pack/iam/resource-documents";
import { subjectOf } from "../../../policy-pack/core/subject";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { bucketPolicy } from "./cases";

const allow = (parts: object) => ({ Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...parts });
const inOrganization = { StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } };

describe("resource-policy-no-public-principal", () => {
  it("passes named principals, limited everyone, and a Deny for everyone", () => {
    passes(control, [bucketPolicy(allow({ Principal: { AWS: "arn:aws:iam::222222222222:role/training" } }))]);
    passes(control, [bucketPolicy(allow({ Principal: "*", Condition: inOrganization }))]);
    passes(control, [bucketPolicy({ ...allow({ Principal: "*" }), Effect: "Deny" })]);
  });

  const anyone: readonly unknown[] = [
    "*",
    { AWS: "*" },
    { AWS: ["222222222222", "*"] },
    { AWS: "arn:aws:iam::*:root" },
  ];
  for (const Principal of anyone) {
    it(`refuses ${JSON.stringify(Principal)}`, () => {
      const path = typeof Principal === "string" ? "Principal" : "Principal.AWS";
      const index = Array.isArray((Principal as { AWS?: unknown }).AWS) ? "[1]" : "";
      violates(
        control,
        [bucketPolicy(allow({ Principal }))],
        [`data (s3/bucketPolicy): policy.Statement[0].${path}${index}`],
      );
    });
  }

  it("refuses every identity provider", () => {
    violates(
      control,
      [bucketPolicy(allow({ Principal: { Federated: "*" } }))],
      ["data (s3/bucketPolicy): policy.Statement[0].Principal.Federated"],
    );
  });

  it("refuses conditions that let everyone through", () => {
    const found = ["data (s3/bucketPolicy): policy.Statement[0].Principal"];
    for (const Condition of [
      { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-exampleorgid" } },
      { StringEquals: { "aws:PrincipalOrgID": "o-someoneelse" } },
      { Bool: { "aws:SecureTransport": "true" } },
    ]) {
      violates(control, [bucketPolicy(allow({ Principal: "*", Condition }))], found);
    }
  });

  for (const type of RESOURCE_POLICY_TYPES) {
    it(`looks at ${type}`, () => {
      const bare = { urn: "u", type, name: "n", props: {}, options: {} };
      const { property } = resourceDocument(subjectOf(bare));
      const short = type.slice("aws:".length).split(":")[0] ?? "";
      const policy = JSON.stringify({ Statement: allow({ Principal: "*" }) });
      violates(
        control,
        [declare(type, "open", { [property]: policy })],
        [`open (${short}): ${property}.Statement.Principal`],
      );
      notApplicable(control, [declare(type, "without", {})]);
    });
  }

  it("looks at Lambda permissions", () => {
    const permission = (props: object) =>
      declare("lambda/permission:Permission", "p", {
        function: "f",
        action: "lambda:InvokeFunction",
        ...props,
      });
    violates(control, [permission({ principal: "*" })], ["p (lambda/permission): principal"]);
    passes(control, [permission({ principal: "*", principalOrgId: "o-exampleorgid" })]);
    passes(control, [permission({ principal: "s3.amazonaws.com" })]);
  });

  it("defers to an endpoint's id that is not known yet", () => {
    const endpoint = declare("ec2/vpcEndpoint:VpcEndpoint", "s3", { id: "vpce-0123456789abcdef0" });
    const Condition = { StringEquals: { "aws:SourceVpce": ref(endpoint) } };
    const policy = bucketPolicy(allow({ Principal: "*", Condition }));
    defers(control, [endpoint, policy], ["data (s3/bucketPolicy): policy.Statement[0].Condition"], []);
  });
});
