import assert from "node:assert/strict";
import { allowedDomains } from "../../../components/platform-core/dns/allowed-domains";
import type { Document } from "../../stacks/support/iam-facts";
import { unknownActions } from "../../stacks/support/iam-facts";
import { byName, recordStack } from "../../stacks/support/record-stack";

const ROUTE53 = (type: string) => `aws:route53/${type.charAt(0).toLowerCase()}${type.slice(1)}:${type}`;

describe("the names that a VPC may resolve", () => {
  it("are those of the private endpoints, S3's and the VPC's own", () => {
    assert.deepEqual(allowedDomains({ partition: "aws", region: "eu-central-1" }), [
      "api.sagemaker.eu-central-1.amazonaws.com",
      "runtime.sagemaker.eu-central-1.amazonaws.com",
      "featurestore-runtime.sagemaker.eu-central-1.amazonaws.com",
      "api.ecr.eu-central-1.amazonaws.com",
      "*.dkr.ecr.eu-central-1.amazonaws.com",
      "sts.eu-central-1.amazonaws.com",
      "kms.eu-central-1.amazonaws.com",
      "logs.eu-central-1.amazonaws.com",
      "monitoring.eu-central-1.amazonaws.com",
      "secretsmanager.eu-central-1.amazonaws.com",
      "guardduty-data.eu-central-1.amazonaws.com",
      "s3.eu-central-1.amazonaws.com",
      "*.s3.eu-central-1.amazonaws.com",
      "*.eu-central-1.vpce.amazonaws.com",
      "*.eu-central-1.compute.internal",
    ]);
  });

  it("follow the partition, and the one region whose machines have no region in their names", () => {
    const china = allowedDomains({ partition: "aws-cn", region: "cn-north-1" });
    assert.ok(china.includes("kms.cn-north-1.amazonaws.com.cn"));
    assert.deepEqual(
      china.filter((domain) => domain.endsWith(".com")),
      [],
    );
    assert.equal(allowedDomains({ partition: "aws", region: "us-east-1" }).at(-1), "*.ec2.internal");
  });
});

describe("the DNS firewall of an account", () => {
  it("lets the allowed names pass, then blocks every other", async () => {
    const recording = await recordStack("staging");
    const lists = byName(recording, ROUTE53("ResolverFirewallDomainList"));
    const group = byName(recording, ROUTE53("ResolverFirewallRuleGroup"))["staging-dns-firewall"];
    const rules = byName(recording, ROUTE53("ResolverFirewallRule"));
    const inputsOf = (rule: string) => {
      const { name, ...inputs } = rules[`staging-dns-firewall-${rule}`]?.inputs ?? {};
      return inputs;
    };
    assert.deepEqual(Object.keys(rules).sort(), [
      "staging-credit-dns-firewall-allowed",
      "staging-credit-dns-firewall-others",
      "staging-dns-firewall-allowed",
      "staging-dns-firewall-others",
    ]);
    assert.deepEqual(inputsOf("allowed"), {
      firewallRuleGroupId: group?.id,
      firewallDomainListId: lists["staging-dns-firewall-allowed"]?.id,
      priority: 100,
      action: "ALLOW",
      firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN",
    });
    assert.deepEqual(inputsOf("others"), {
      firewallRuleGroupId: group?.id,
      firewallDomainListId: lists["staging-dns-firewall-others"]?.id,
      priority: 900,
      action: "BLOCK",
      blockResponse: "NXDOMAIN",
    });
    assert.deepEqual(lists["staging-dns-firewall-others"]?.inputs["domains"], ["*"]);
  });

  it("stays closed when it fails, waits for its rules, and cannot be taken away where the tier protects", async () => {
    for (const [stack, mutationProtection] of [
      ["dev", "DISABLED"],
      ["staging", "ENABLED"],
      ["prod", "ENABLED"],
    ] as const) {
      const recording = await recordStack(stack);
      const vpc = byName(recording, "aws:ec2/vpc:Vpc")[stack];
      const name = `${stack}-dns-firewall`;
      assert.deepEqual(byName(recording, ROUTE53("ResolverFirewallConfig"))[`${name}-closed`]?.inputs, {
        resourceId: vpc?.id,
        firewallFailOpen: "DISABLED",
      });
      const association = byName(recording, ROUTE53("ResolverFirewallRuleGroupAssociation"))[name];
      assert.deepEqual(
        [
          association?.inputs["vpcId"],
          association?.inputs["priority"],
          association?.inputs["mutationProtection"],
        ],
        [vpc?.id, 101, mutationProtection],
      );
      const rules = byName(recording, ROUTE53("ResolverFirewallRule"));
      for (const rule of ["allowed", "others"]) {
        const urn = rules[`${name}-${rule}`]?.urn;
        assert.ok(urn !== undefined && association?.dependencies.includes(urn), rule);
      }
    }
  });
});

describe("the log of DNS queries", () => {
  it("is of the account's VPC, in a log group under the account's key, which the delivering service may write", async () => {
    const recording = await recordStack("prod");
    const GROUP = "/aws/vendedlogs/acme/prod/core/dns-queries";
    const groups = byName(recording, "aws:cloudwatch/logGroup:LogGroup");
    const key = byName(recording, "aws:kms/key:Key")["prod-logs-key"];
    const group = groups["prod-dns-queries"]?.inputs;
    assert.deepEqual(
      [group?.["name"], group?.["kmsKeyId"], group?.["retentionInDays"]],
      [GROUP, key?.outputs["arn"], 2557],
    );

    const config = byName(recording, ROUTE53("ResolverQueryLogConfig"))["prod-dns-queries"];
    assert.equal(
      config?.inputs["destinationArn"],
      `arn:aws:logs:eu-central-1:888888888888:log-group:${GROUP}`,
    );
    assert.deepEqual(
      byName(recording, ROUTE53("ResolverQueryLogConfigAssociation"))["prod-dns-queries"]?.inputs,
      { resolverQueryLogConfigId: config?.id, resourceId: byName(recording, "aws:ec2/vpc:Vpc")["prod"]?.id },
    );

    const policy = byName(recording, "aws:cloudwatch/logResourcePolicy:LogResourcePolicy")[
      "prod-dns-queries-delivery"
    ];
    assert.ok(policy && config?.dependencies.includes(policy.urn));
    const { Statement } = JSON.parse(String(policy.inputs["policyDocument"])) as Document;
    assert.deepEqual(Statement, [
      {
        Sid: "AllowLogDelivery",
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: [`arn:aws:logs:eu-central-1:888888888888:log-group:${GROUP}:log-stream:*`],
        Condition: {
          StringEquals: { "aws:SourceAccount": "888888888888" },
          ArnLike: { "aws:SourceArn": "arn:aws:logs:eu-central-1:888888888888:*" },
        },
      },
    ]);
    assert.deepEqual(await unknownActions(Statement), []);
  });
});
