import * as wafv2 from "@pulumi/aws/wafv2";
import type { CustomResourceOptions, Input } from "@pulumi/pulumi";

export interface WebAclArgs {
  /** The ARN that its logs go to. */
  readonly logs: Input<string>;
  /** A header that is not logged, because it lets its bearer in. */
  readonly secretHeader: string;
  /** For a distribution of CloudFront, in the one region for these. @default false */
  readonly forCloudfront?: boolean;
}

/**
 * A web ACL with AWS's managed rules and a limit on the rate of each client, which logs what it sees.
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
export function webAcl(name: string, args: WebAclArgs, options: CustomResourceOptions): wafv2.WebAcl {
  const place = args.forCloudfront === true ? { region: "us-east-1" } : {};
  const visibilityConfig = (metricName: string) => ({
    cloudwatchMetricsEnabled: true,
    sampledRequestsEnabled: true,
    metricName,
  });
  const managed = ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"].map(
    (group, priority) => ({
      name: group,
      priority,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { vendorName: "AWS", name: group } },
      visibilityConfig: visibilityConfig(group),
    }),
  );
  const acl = new wafv2.WebAcl(
    name,
    {
      ...place,
      scope: args.forCloudfront === true ? "CLOUDFRONT" : "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig: visibilityConfig(name),
      rules: [
        ...managed,
        {
          name: "rate",
          priority: managed.length,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: 1000, aggregateKeyType: "IP" } },
          visibilityConfig: visibilityConfig("rate"),
        },
      ],
    },
    options,
  );
  new wafv2.WebAclLoggingConfiguration(
    name,
    {
      ...place,
      resourceArn: acl.arn,
      logDestinationConfigs: [args.logs],
      redactedFields: [{ singleHeader: { name: args.secretHeader } }],
    },
    options,
  );
  return acl;
}
