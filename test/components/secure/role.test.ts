import assert from "node:assert/strict";
import {
  allow,
  Role,
  roleArn,
  trustCloudTrail,
  trustLambda,
  trustRoles,
  trustService,
  trustTeam,
  type RoleArgs,
} from "../../../components/secure";
import { scopeOf } from "../support/fixtures";
import { run } from "../support/run";

const BOUNDARY = "arn:aws:iam::555555555555:policy/boundary";
const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/rolePolicy:RolePolicy";
const scope = scopeOf("fraud");

const role = (args: Partial<RoleArgs> = {}) =>
  run((opts) => {
    const trust = [trustService(scope, "sagemaker")];
    new Role(
      "training",
      { scope, purpose: "training", description: "Trains.", trust, boundaryArn: BOUNDARY, ...args },
      opts,
    );
  });
const read = allow("Read", { Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::a/*"] });

describe("role", () => {
  it("has a derived name, the boundary, the shortest session and the owner's tags", async () => {
    const { assumeRolePolicy: _, ...inputs } = (await role()).one(ROLE, "training").inputs;
    assert.deepEqual(inputs, {
      name: "acme-dev-fraud-training",
      description: "Trains.",
      permissionsBoundary: BOUNDARY,
      maxSessionDuration: 3600,
      tags: {
        Environment: "dev",
        Team: "fraud",
        CostCenter: "CC-1001",
        DataClassification: "synthetic",
        Owner: "owner@example.com",
        ManagedBy: "pulumi",
      },
    });
    assert.equal(roleArn(scope, "training"), "arn:aws:iam::555555555555:role/acme-dev-fraud-training");
  });

  it("has each policy as a resource of its own, keyed by name", async () => {
    const components = await role({ policies: { data: [read], runtime: [read] } });
    assert.deepEqual(components.names(POLICY), ["training-data", "training-runtime"]);
    assert.deepEqual(components.document(POLICY, "training-data").Statement, [read]);
    assert.equal(components.one(POLICY, "training-data").inputs["role"], "acme-dev-fraud-training");
  });

  it("can do nothing while its owner is leaving, but have its network interfaces removed", async () => {
    const components = await role({
      scope: scopeOf("fraud", "dev", { offboarding: true }),
      policies: { data: [read] },
    });
    assert.deepEqual(components.names(POLICY), ["training-access-frozen", "training-data"]);
    assert.deepEqual(components.document(POLICY, "training-access-frozen").Statement, [
      {
        Sid: "AccessFrozen",
        Effect: "Deny",
        NotAction: [
          "ec2:DeleteNetworkInterface",
          "ec2:DeleteNetworkInterfacePermission",
          "ec2:DescribeNetworkInterfaces",
        ],
        Resource: ["*"],
      },
    ]);
  });
});

describe("trust", () => {
  const assume = { Effect: "Allow", Action: ["sts:AssumeRole"] };

  it("of services holds for this account's resources", () => {
    assert.deepEqual(trustService(scope, "sagemaker"), {
      Sid: "TrustService",
      ...assume,
      Principal: { Service: "sagemaker.amazonaws.com" },
      Condition: {
        StringEquals: { "aws:SourceAccount": "555555555555" },
        ArnLike: { "aws:SourceArn": "arn:aws:sagemaker:eu-central-1:555555555555:*" },
      },
    });
    assert.deepEqual(trustService(scope, "vpc-flow-logs").Condition, {
      StringEquals: { "aws:SourceAccount": "555555555555" },
      ArnLike: { "aws:SourceArn": "arn:aws:ec2:eu-central-1:555555555555:vpc-flow-log/*" },
    });
    assert.deepEqual(trustLambda(scope).Condition, { StringEquals: { "aws:SourceAccount": "555555555555" } });
  });

  it("of CloudTrail has no condition, because CloudTrail sets none", () => {
    assert.deepEqual(trustCloudTrail(), {
      Sid: "TrustService",
      ...assume,
      Principal: { Service: "cloudtrail.amazonaws.com" },
    });
  });

  it("of roles is by condition, so that they need not exist yet", () => {
    const caller = "arn:aws:iam::555555555555:role/caller";
    assert.deepEqual(trustRoles(scope, [caller]), {
      Sid: "TrustRoles",
      ...assume,
      Principal: { AWS: "arn:aws:iam::555555555555:root" },
      Condition: {
        ArnEquals: { "aws:PrincipalArn": [caller] },
        StringEquals: { "aws:PrincipalAccount": "555555555555" },
      },
    });
    assert.deepEqual(trustTeam(scope), {
      Sid: "TrustTeam",
      ...assume,
      Principal: { AWS: "arn:aws:iam::555555555555:root" },
      Condition: {
        StringEquals: { "aws:PrincipalAccount": "555555555555", "aws:PrincipalTag/Team": "fraud" },
      },
    });
  });
});
