import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";
import {
  allow,
  arn,
  LogGroup,
  logGroupName,
  physicalName,
  renderPolicy,
  type Scope,
  type Statement,
  tagsOf,
} from "../../secure";

const PURPOSE = "dns-queries";

export interface DnsQueryLogArgs {
  readonly scope: Scope;
  readonly vpcId: pulumi.Input<string>;
  /** The key of log groups that belong to no team, by ARN. */
  readonly keyArn: pulumi.Input<string>;
}

/** The log group of a VPC's DNS queries: logs that AWS delivers belong under this prefix. */
export function dnsQueryLogGroupName(scope: Scope): string {
  return `/aws/vendedlogs${logGroupName(scope, PURPOSE)}`;
}

/**
 * Lets the service that delivers logs write to one log group, for this account.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-CWL.html
 */
export function logDeliveryStatement(scope: Scope, logGroupArn: string): Statement {
  return allow("AllowLogDelivery", {
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: [`${logGroupArn}:log-stream:*`],
    Condition: {
      StringEquals: { "aws:SourceAccount": scope.account.id },
      ArnLike: { "aws:SourceArn": arn(scope, "logs", "*") },
    },
  });
}

/** Records every name that a VPC asks for, what it was told, and what DNS Firewall refused. */
export class DnsQueryLog extends pulumi.ComponentResource {
  constructor(name: string, args: DnsQueryLogArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:platform-core:DnsQueryLog", name, {}, opts);
    const { scope } = args;
    const child = { parent: this };

    const { logGroup, logGroupArn } = new LogGroup(
      name,
      { scope, logGroupName: dnsQueryLogGroupName(scope), keyArn: args.keyArn },
      child,
    );
    const delivery = new cloudwatch.LogResourcePolicy(
      `${name}-delivery`,
      {
        policyName: physicalName("policy", scope, PURPOSE),
        policyDocument: renderPolicy([logDeliveryStatement(scope, logGroupArn)]),
      },
      child,
    );

    const config = new route53.ResolverQueryLogConfig(
      name,
      { destinationArn: logGroupArn, tags: tagsOf(scope) },
      // AWS would otherwise write a policy of its own on the log group, or refuse where it may not.
      { ...child, dependsOn: [logGroup, delivery] },
    );
    new route53.ResolverQueryLogConfigAssociation(
      name,
      { resolverQueryLogConfigId: config.id, resourceId: args.vpcId },
      child,
    );

    this.registerOutputs({});
  }
}
