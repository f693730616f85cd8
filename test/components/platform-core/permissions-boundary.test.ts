import assert from "node:assert/strict";
import type { Recording } from "../../../local-cloud/recording";
import { actionsOf, unknownActions, type Document } from "../../stacks/support/iam-facts";
import { byName, recordStack } from "../../stacks/support/record-stack";

const POLICY = "aws:iam/policy:Policy";
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";

function boundaries(recording: Recording): Document[] {
  return Object.entries(byName(recording, POLICY))
    .filter(([name]) => name.endsWith("-boundary"))
    .map(([, { inputs }]) => JSON.parse(String(inputs["policy"])) as Document);
}

describe("the permissions boundary", () => {
  it("names actions that exist, and none that changes identities, networks or keys", async () => {
    const [boundary] = boundaries(await recordStack("dev"));
    assert.ok(boundary);
    assert.deepEqual(await unknownActions(boundary.Statement), []);
    const actions = boundary.Statement.flatMap(actionsOf);
    assert.deepEqual(
      actions.filter((action) => /\*|^(iam|organizations|sts):/.test(action)),
      ["iam:PassRole"],
    );
    assert.deepEqual(
      actions.filter((action) =>
        /^kms:(Put|Schedule|Disable|Create(?!Grant))|^s3:.*(Policy|Acl$)|Security/.test(action),
      ),
      ["s3:GetBucketAcl", "s3:PutObjectAcl", "ec2:DescribeSecurityGroups"],
    );
  });

  it("lets roles be passed to SageMaker alone, and only the company's own", async () => {
    const [boundary] = boundaries(await recordStack("dev"));
    const passing = boundary?.Statement.find((statement) => actionsOf(statement).includes("iam:PassRole"));
    assert.deepEqual(passing, {
      Sid: "AllowPassingRolesToSagemaker",
      Effect: "Allow",
      Action: ["iam:PassRole"],
      Resource: ["arn:aws:iam::555555555555:role/acme-*"],
      Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
    });
  });

  for (const stack of ["org", "dev", "staging", "prod"]) {
    it(`is on every role of ${stack}, and cuts off nothing that a role's own policies grant`, async () => {
      const recording = await recordStack(stack);
      const roles = Object.values(byName(recording, "aws:iam/role:Role"));
      const boundaryArns = Object.values(byName(recording, POLICY)).map(({ outputs }) => outputs["arn"]);
      for (const { urn, inputs } of roles) {
        assert.ok(boundaryArns.includes(inputs["permissionsBoundary"]), `${urn} has no boundary`);
      }

      const [boundary] = boundaries(recording);
      const possible = new Set(boundary?.Statement.flatMap(actionsOf));
      const granted = Object.values(byName(recording, ROLE_POLICY)).flatMap(({ name, inputs }) => {
        const document = JSON.parse(String(inputs["policy"])) as Document;
        return document.Statement.filter(({ Effect }) => Effect === "Allow")
          .flatMap(actionsOf)
          .map((action) => [name, action] as const);
      });
      assert.ok(granted.length > 0);
      assert.deepEqual(
        granted.filter(([, action]) => !possible.has(action)),
        [],
      );
    });
  }
});
