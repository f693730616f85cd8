import { type Finding, type ResourceControl, type Subject, violation } from "../../core";
import { awsTexts } from "../residency/aws-texts";
import { isGlobalAcl, isGlobalCertificate } from "../residency/global-region";
import { regionsIn } from "./regions-in-text";

export const foreignRegionArn: ResourceControl = {
  kind: "resource",
  name: "foreign-region-arn",
  description: "No input names a resource, an endpoint or an image in a region that is not allowed.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A resource in the right region that writes to a bucket, a log or a queue in another one takes the data there all the same.",
  fix: {
    text: "Use the resource of an allowed region; the regions are listed in policy-pack/company.json.",
    code: "kmsKeyId: `arn:${partition}:kms:eu-central-1:${account}:key/${keyId}`",
  },
  frameworks: { nist: ["SA-9(5)"] },
  types: ["aws:*"],
  check: (subject, { settings }) => {
    const { allowedRegions } = settings;
    if (allowedRegions.length === 0) return "not-applicable";
    return judgeTexts(subject, allowedRegions);
  },
};

/** The inputs that take a certificate or a web ACL of CloudFront's own region, by type. */
const OF_GLOBAL_REGION: Readonly<Record<string, Readonly<Record<string, (arn: string) => boolean>>>> = {
  "aws:acm/certificateValidation:CertificateValidation": { certificateArn: isGlobalCertificate },
  // Domains of APIs at the edge, and of sign-in pages, are CloudFront's.
  "aws:apigateway/domainName:DomainName": { certificateArn: isGlobalCertificate },
  "aws:appsync/domainName:DomainName": { certificateArn: isGlobalCertificate },
  "aws:cloudfront/distribution:Distribution": {
    webAclId: isGlobalAcl,
    "viewerCertificate.acmCertificateArn": isGlobalCertificate,
  },
  "aws:cognito/userPoolDomain:UserPoolDomain": { certificateArn: isGlobalCertificate },
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": { resourceArn: isGlobalAcl },
};

/** What is not known yet is an output of another resource, whose own region is judged by `region-allowed`. */
function judgeTexts(subject: Subject, allowed: readonly string[]): readonly Finding[] {
  return awsTexts(subject.properties).flatMap(({ path, text }) => {
    const foreign = regionsIn(text).filter(
      (one) => !allowed.includes(one.region) && OF_GLOBAL_REGION[subject.type]?.[path]?.(one.text) !== true,
    );
    const byRegion = new Map(foreign.map((one) => [one.region, one.text]));
    return [...byRegion].map(([region, words]) =>
      violation(subject, path, words, `a region of ${allowed.join(", ")}`, { finding: `Region::${region}` }),
    );
  });
}
