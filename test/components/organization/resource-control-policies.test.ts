import assert from "node:assert/strict";
import { dataPerimeterStatements } from "../../../components/organization/resource-control-policies/data-perimeter";
import { type Document, unknownActions } from "../../stacks/support/iam-facts";
import { byName, recordStack } from "../../stacks/support/record-stack";

const SERVICES = ["dynamodb:*", "ecr:*", "kms:*", "logs:*", "s3:*", "secretsmanager:*", "sqs:*"];
const EVERYONE = { Effect: "Deny", Principal: "*", Resource: "*" };

describe("the data perimeter", () => {
  it("denies strangers, services that act for strangers, and plain HTTP, by exactly these statements", async () => {
    const policy = byName(await recordStack("org"), "aws:organizations/policy:Policy")[
      "resource-guardrail-data-perimeter"
    ];
    assert.equal(policy?.inputs["type"], "RESOURCE_CONTROL_POLICY");
    assert.equal(policy.inputs["name"], "acme-org-core-data-perimeter");
    assert.equal(policy.provider?.account, "111111111111");
    assert.deepEqual(JSON.parse(String(policy.inputs["content"])), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "DenyOtherOrganizations",
          ...EVERYONE,
          Action: [...SERVICES, "sts:AssumeRole"],
          Condition: {
            StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-exampleorgid" },
            BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
          },
        },
        {
          Sid: "DenyServicesForOtherOrganizations",
          ...EVERYONE,
          Action: [...SERVICES, "sts:AssumeRole"],
          Condition: {
            StringNotEqualsIfExists: { "aws:SourceOrgID": "o-exampleorgid" },
            Null: { "aws:SourceAccount": "false" },
            Bool: { "aws:PrincipalIsAWSService": "true" },
          },
        },
        {
          Sid: "DenyPlainHttp",
          ...EVERYONE,
          Action: [...SERVICES, "sts:AssumeRole"],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  it("names actions that exist, and leaves federated sign-in to the roles", async () => {
    const document = { Statement: dataPerimeterStatements("o-exampleorgid") } as unknown as Document;
    assert.deepEqual(await unknownActions(document.Statement), []);
    const ofSts = document.Statement.flatMap(({ Action }) => [Action ?? []].flat()).filter((action) =>
      action.startsWith("sts:"),
    );
    assert.deepEqual([...new Set(ofSts)], ["sts:AssumeRole"]);
  });

  it("binds every account but the management account, whose resources AWS leaves out", async () => {
    const all = byName(await recordStack("org"), "aws:organizations/policyAttachment:PolicyAttachment");
    const own = Object.values(all).filter(({ urn }) => urn.includes(":ResourceControlPolicies$"));
    assert.deepEqual(Object.fromEntries(own.map(({ name, inputs }) => [name, inputs["targetId"]])), {
      "resource-guardrail-data-perimeter-dev": "ou-exam-11111111",
      "resource-guardrail-data-perimeter-staging": "ou-exam-22222222",
      "resource-guardrail-data-perimeter-prod": "ou-exam-33333333",
      "resource-guardrail-data-perimeter-log-archive": "222222222222",
      "resource-guardrail-data-perimeter-security": "333333333333",
      "resource-guardrail-data-perimeter-shared": "444444444444",
    });
  });
});
