import type { Subject } from "../../core";

/**
 * The one region in which AWS keeps what CloudFront and other services of all regions take their certificates, web ACLs
 * and metrics from. None of these holds the data that is served.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html
 * https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
 */
export const GLOBAL_REGION = "us-east-1";

const CERTIFICATES = [
  "aws:acm/certificate:Certificate",
  "aws:acm/certificateValidation:CertificateValidation",
];

const LOGGING = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const GLOBAL_METRICS = ["AWS/Billing", "AWS/CloudFront", "AWS/Route53"];

/** Whether a resource can be nowhere but in that region, or, as a certificate, has to be there for CloudFront. */
export function belongsToGlobalRegion(subject: Subject): boolean {
  const text = (property: string): string | undefined => {
    const value = subject.properties.get(property);
    return value.state === "known" ? String(value.value) : undefined;
  };
  if (CERTIFICATES.includes(subject.type)) return true;
  if (subject.type === ALARM) return GLOBAL_METRICS.includes(text("namespace") ?? "");
  if (subject.type === LOGGING) {
    const acl = text("resourceArn");
    // One that is not known yet is made here, and judged itself.
    return acl === undefined || isGlobalAcl(acl);
  }
  return subject.type.startsWith("aws:wafv2/") && text("scope") === "CLOUDFRONT";
}

/** Whether an ARN is that of a web ACL for CloudFront. */
export const isGlobalAcl = (arn: string): boolean => /^arn:[^:]+:wafv2:us-east-1:\d+:global\//.test(arn);

/** Whether an ARN is that of a certificate in that region. */
export const isGlobalCertificate = (arn: string): boolean => /^arn:[^:]+:acm:us-east-1:/.test(arn);
