import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as networkfirewall from "@pulumi/aws/networkfirewall";
import * as company from "../foundation";
import type { Program } from "../program";

const ZONES = ["a", "b", "c"];
const FLOWS = "/vpc/egress/flows";
const ALERTS = "/vpc/egress/alerts";

/** A VPC for egress whose only way out leads through a firewall that lets named domains pass. */
export const inspectedNetwork: Program = {
  name: "egress through a network firewall that allows named domains",
  sources: [
    "https://docs.aws.amazon.com/network-firewall/latest/developerguide/arch-igw-ngw.html",
    "https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html",
  ],
  approves: { approvedDomains: { prod: ["api.partner.example.com"] } },
  run: () => {
    const options = company.inAccount();
    const key = company.key("network", [company.byLogs("/vpc/egress/*")], options);
    const group = (name: string) =>
      new cloudwatch.LogGroup(
        name,
        { name, kmsKeyId: key.arn, retentionInDays: 2557, deletionProtectionEnabled: true },
        options,
      );
    const vpc = new ec2.Vpc(
      "egress",
      { cidrBlock: "10.30.0.0/16", enableDnsHostnames: true, enableDnsSupport: true },
      options,
    );
    // Inward only: the NAT gateway behind the firewall is the way out.
    new ec2.VpcBlockPublicAccessOptions("egress", { internetGatewayBlockMode: "block-ingress" }, options);
    new ec2.DefaultSecurityGroup("egress", { vpcId: vpc.id, ingress: [], egress: [] }, options);

    const flows = group(FLOWS);
    const role = new iam.Role(
      "flows",
      { assumeRolePolicy: company.trusting("vpc-flow-logs.amazonaws.com") },
      options,
    );
    new iam.RolePolicy(
      "flows",
      {
        role: role.name,
        policy: company.document({
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: company.arn("logs", `log-group:${FLOWS}:*`),
        }),
      },
      options,
    );
    new ec2.FlowLog(
      "egress",
      { vpcId: vpc.id, trafficType: "ALL", logDestination: flows.arn, iamRoleArn: role.arn },
      options,
    );

    const rules = new networkfirewall.RuleGroup(
      "domains",
      {
        name: "domains",
        type: "STATEFUL",
        capacity: 100,
        ruleGroup: {
          statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
          rulesSource: {
            rulesSourceList: {
              generatedRulesType: "ALLOWLIST",
              targetTypes: ["TLS_SNI"],
              targets: ["api.partner.example.com"],
            },
          },
        },
        encryptionConfiguration: { type: "CUSTOMER_KMS", keyId: key.arn },
      },
      options,
    );
    const policy = new networkfirewall.FirewallPolicy(
      "egress",
      {
        firewallPolicy: {
          statelessDefaultActions: ["aws:forward_to_sfe"],
          statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
          statefulEngineOptions: { ruleOrder: "STRICT_ORDER", streamExceptionPolicy: "DROP" },
          statefulDefaultActions: ["aws:drop_established", "aws:alert_established"],
          statefulRuleGroupReferences: [{ resourceArn: rules.arn, priority: 1 }],
        },
        encryptionConfiguration: { type: "CUSTOMER_KMS", keyId: key.arn },
      },
      options,
    );
    const subnets = ZONES.map(
      (zone, i) =>
        new ec2.Subnet(
          `firewall-${zone}`,
          { vpcId: vpc.id, cidrBlock: `10.30.${i}.0/28`, availabilityZone: `${company.REGION}${zone}` },
          options,
        ),
    );
    // The way out, behind the firewall: blocked inward, the account lets nothing else reach its internet gateway.
    const wayOut = new ec2.Subnet(
      "way-out",
      { vpcId: vpc.id, cidrBlock: "10.30.8.0/28", availabilityZone: `${company.REGION}a` },
      options,
    );
    new ec2.NatGateway(
      "egress",
      { subnetId: wayOut.id, allocationId: "eipalloc-0123456789abcdef0", connectivityType: "public" },
      options,
    );
    const firewall = new networkfirewall.Firewall(
      "egress",
      {
        vpcId: vpc.id,
        firewallPolicyArn: policy.arn,
        subnetMappings: subnets.map((subnet) => ({ subnetId: subnet.id })),
        deleteProtection: true,
        subnetChangeProtection: true,
        firewallPolicyChangeProtection: true,
        encryptionConfiguration: { type: "CUSTOMER_KMS", keyId: key.arn },
      },
      options,
    );
    const destination = (logType: string, logGroup: string) => ({
      logType,
      logDestinationType: "CloudWatchLogs",
      logDestination: { logGroup },
    });
    group(ALERTS);
    new networkfirewall.LoggingConfiguration(
      "egress",
      {
        firewallArn: firewall.arn,
        loggingConfiguration: {
          logDestinationConfigs: [destination("ALERT", ALERTS), destination("FLOW", FLOWS)],
        },
      },
      options,
    );
  },
};
