import { resourcePolicyNoPublicPrincipal as control } from "../../../policy-pack/controls/identity/resource-policy-no-public-principal";
import { RESOURCE_POLICY_TYPES, resourceDocument } from "../../../policy-pack/iam/resource-documents";
import { subjectOf } from "../../../policy-pack/core/subject";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { bucketPolicy } from "./cases";

const allow = (parts: object) => ({ Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...parts });
/** A value at a dotted path: `details.policy`. */
const at = (path: string, value: unknown): Record<string, unknown> =>
  path.split(".").reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Record<
    string,
    unknown
  >;
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

  it("refuses everyone but a few, and passes them within the organization", () => {
    const NotPrincipal = { AWS: "arn:aws:iam::222222222222:role/training" };
    violates(
      control,
      [bucketPolicy(allow({ NotPrincipal }))],
      ["data (s3/bucketPolicy): policy.Statement[0].NotPrincipal"],
    );
    passes(control, [bucketPolicy(allow({ NotPrincipal, Condition: inOrganization }))]);
  });

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
        [declare(type, "open", at(property, policy))],
        [`open (${short}): ${property}.Statement.Principal`],
      );
      notApplicable(control, [declare(type, "without", {})]);
    });
  }

  describe("with a Deny for everyone from elsewhere", () => {
    const open = allow({ Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/prod/*" });
    const elsewhere = { StringNotEquals: { "aws:SourceVpce": ["vpce-0123456789abcdef0"] } };
    const refuse = (parts: object) => ({
      ...open,
      Effect: "Deny",
      Resource: "execute-api:/*",
      Condition: elsewhere,
      ...parts,
    });
    const api = (...statements: readonly object[]) => [
      declare("apigateway/restApi:RestApi", "models", { policy: { Statement: statements } }),
    ];
    const notTheOrganization = { StringNotLike: { "aws:PrincipalOrgID": "o-exampleorgid" } };
    const found = ["models (apigateway/restApi): policy.Statement[0].Principal"];

    it("passes what the Deny leaves", () => {
      passes(control, api(open, refuse({})));
      passes(control, api(open, refuse({ Action: "execute-api:*", Principal: { AWS: "*" } })));
      passes(control, api(open, refuse({ Condition: { ...elsewhere, ...notTheOrganization } })));
    });

    const leaky: readonly (readonly [string, object])[] = [
      ["is for others", { Principal: { AWS: "arn:aws:iam::222222222222:role/x" } }],
      ["is of other actions", { Action: "execute-api:ManageConnections" }],
      ["is of other resources", { Resource: "execute-api:/dev/*" }],
      ["holds for a single letter", { Resource: "execute-api:/prod/?" }],
      ["compares with everything", { Condition: { StringNotLike: { "aws:SourceVpce": "*" } } }],
      ["is not negated", { Condition: { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } } }],
      ["has a way round it", { Condition: { ...elsewhere, Bool: { "aws:SecureTransport": "false" } } }],
      ["is of an open key", { Condition: { StringNotEquals: { "aws:UserAgent": "secret" } } }],
    ];
    for (const [what, parts] of leaky)
      it(`refuses when the Deny ${what}`, () => violates(control, api(open, refuse(parts)), found));

    it("defers to an endpoint of the same program", () => {
      const endpoint = declare("ec2/vpcEndpoint:VpcEndpoint", "api", { id: "vpce-0123456789abcdef0" });
      const Condition = { StringNotEquals: { "aws:SourceVpce": ref(endpoint) } };
      const policy = api(open, refuse({ Condition }));
      defers(
        control,
        [endpoint, ...policy],
        ["models (apigateway/restApi): policy.Statement[0].Condition"],
        [],
      );
    });
  });

  it("passes a file system for whoever reaches a mount target, which stands in a subnet", () => {
    const key = "elasticfilesystem:AccessedViaMountTarget";
    const mounting = (Condition: object) => [
      declare("efs/fileSystemPolicy:FileSystemPolicy", "f", {
        policy: {
          Statement: allow({ Principal: { AWS: "*" }, Action: "elasticfilesystem:ClientMount", Condition }),
        },
      }),
    ];
    const found = ["f (efs/fileSystemPolicy): policy.Statement.Principal.AWS"];
    passes(control, mounting({ Bool: { [key]: "true" } }));
    violates(control, mounting({ Bool: { [key]: "false" } }), found);
    violates(control, mounting({ BoolIfExists: { [key]: "true" } }), found);
  });

  it("looks at permissions on layers", () => {
    const layer = (props: object) => [
      declare("lambda/layerVersionPermission:LayerVersionPermission", "l", { layerName: "n", ...props }),
    ];
    violates(control, layer({ principal: "*" }), ["l (lambda/layerVersionPermission): principal"]);
    passes(control, layer({ principal: "*", organizationId: "o-exampleorgid" }));
    passes(control, layer({ principal: "222222222222" }));
  });

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
    passes(control, [permission({ principal: "*", sourceArn: "arn:aws:s3:::acme-data" })]);
    for (const open of [
      { sourceArn: "*" },
      { sourceArn: "arn:aws:s3:::*" },
      { sourceAccount: "*" },
      { principalOrgId: "o-someoneelse" },
    ])
      violates(control, [permission({ principal: "*", ...open })], ["p (lambda/permission): principal"]);
    const bus = (value: string) =>
      declare("cloudwatch/eventPermission:EventPermission", "e", {
        principal: "*",
        condition: { key: "aws:PrincipalOrgID", type: "StringEquals", value },
      });
    passes(control, [bus("o-exampleorgid")]);
    violates(control, [bus("o-someoneelse")], ["e (cloudwatch/eventPermission): principal"]);
  });

  it("defers to an endpoint's id that is not known yet", () => {
    const endpoint = declare("ec2/vpcEndpoint:VpcEndpoint", "s3", { id: "vpce-0123456789abcdef0" });
    const Condition = { StringEquals: { "aws:SourceVpce": ref(endpoint) } };
    const policy = bucketPolicy(allow({ Principal: "*", Condition }));
    defers(control, [endpoint, policy], ["data (s3/bucketPolicy): policy.Statement[0].Condition"], []);
  });
});
