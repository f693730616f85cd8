import * as accessanalyzer from "@pulumi/aws/accessanalyzer";
import * as inspector2 from "@pulumi/aws/inspector2";
import * as macie2 from "@pulumi/aws/macie2";
import * as securityhub from "@pulumi/aws/securityhub";
import * as pulumi from "@pulumi/pulumi";
import { arn, physicalName, type Scope, tagsOf } from "../../secure";
import type { AuditDestination } from "../audit";
import { ConfigurationRecorder } from "./configuration-recorder";
import { ThreatDetection } from "./threat-detection";

/** AWS Foundational Security Best Practices. https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html */
const BEST_PRACTICES = "standards/aws-foundational-security-best-practices/v/1.0.0";

export interface DetectionArgs {
  readonly scope: Scope;
  /** Where the histories of configurations go. */
  readonly destination: AuditDestination;
}

/**
 * What judges the account as it really is, whoever made what is in it: threats, configurations, holes in software,
 * personal data where none should be, and access from outside.
 */
export class Detection extends pulumi.ComponentResource {
  constructor(name: string, args: DetectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:platform-core:Detection", name, {}, opts);
    const { scope } = args;
    const child = { parent: this };

    new ThreatDetection(`${name}-threats`, { scope }, child);
    new ConfigurationRecorder(`${name}-configuration`, args, child);

    // The standard is named, rather than left to AWS's defaults, which change.
    const hub = new securityhub.Account(
      `${name}-hub`,
      { enableDefaultStandards: false, autoEnableControls: true },
      child,
    );
    new securityhub.StandardsSubscription(
      `${name}-best-practices`,
      { standardsArn: arn(scope, "securityhub", BEST_PRACTICES, { account: "" }) },
      // AWS refuses a subscription where Security Hub is off.
      { ...child, dependsOn: hub },
    );

    new accessanalyzer.Analyzer(
      `${name}-external-access`,
      // The name may be longer than a policy's, and need not be.
      {
        analyzerName: physicalName("policy", scope, "external-access"),
        type: "ACCOUNT",
        tags: tagsOf(scope),
      },
      child,
    );
    new macie2.Account(
      `${name}-personal-data`,
      { status: "ENABLED", findingPublishingFrequency: "FIFTEEN_MINUTES" },
      child,
    );
    new inspector2.Enabler(
      `${name}-vulnerabilities`,
      { accountIds: [scope.account.id], resourceTypes: ["EC2", "ECR", "LAMBDA"] },
      child,
    );

    this.registerOutputs({});
  }
}
