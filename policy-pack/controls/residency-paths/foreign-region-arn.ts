import { type Finding, type ResourceControl, type Subject, violation } from "../../core";
import { awsTexts } from "../residency/aws-texts";
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

/**
 * CloudFront takes certificates and web ACLs from us-east-1 only, and keeps nothing of the data there.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html
 * https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html
 */
function isOfCloudfront(subject: Subject, path: string, text: string): boolean {
  const form =
    path === "webAclId"
      ? /^arn:[^:]+:wafv2:us-east-1:\d+:global\//
      : path === "viewerCertificate.acmCertificateArn"
        ? /^arn:[^:]+:acm:us-east-1:/
        : undefined;
  return subject.type === "aws:cloudfront/distribution:Distribution" && form?.test(text) === true;
}

/** What is not known yet is an output of another resource, whose own region is judged by `region-allowed`. */
function judgeTexts(subject: Subject, allowed: readonly string[]): readonly Finding[] {
  return awsTexts(subject.properties).flatMap(({ path, text }) => {
    const foreign = regionsIn(text).filter(
      (one) => !allowed.includes(one.region) && !isOfCloudfront(subject, path, one.text),
    );
    const byRegion = new Map(foreign.map((one) => [one.region, one.text]));
    return [...byRegion].map(([region, words]) =>
      violation(subject, path, words, `a region of ${allowed.join(", ")}`, { finding: `Region::${region}` }),
    );
  });
}
