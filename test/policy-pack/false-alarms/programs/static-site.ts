import * as cloudfront from "@pulumi/aws/cloudfront";
import { interpolate } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

/** CloudFront takes certificates and web ACLs from this region only. */
const GLOBAL_REGION = "us-east-1";
const FIREWALL = company.arn(
  "wafv2",
  "global/webacl/site/12345678-1234-4234-8234-123456789012",
  GLOBAL_REGION,
);
const CERTIFICATE = company.arn("acm", "certificate/12345678-1234-4234-8234-123456789012", GLOBAL_REGION);

/** A private bucket behind CloudFront, which signs its requests to it. */
export const staticSite: Program = {
  name: "a documentation site on CloudFront with an origin access control",
  sources: [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html",
  ],
  run: () => {
    const options = company.inAccount(company.ACCOUNT, { DataClassification: "public" });
    const byCloudfront = {
      Sid: "UseByCloudFront",
      Effect: "Allow",
      Principal: { Service: "cloudfront.amazonaws.com" },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: "*",
      Condition: {
        StringEquals: { "aws:SourceAccount": company.ACCOUNT },
        ArnLike: { "aws:SourceArn": company.arn("cloudfront", "distribution/*", "") },
      },
    };
    const key = company.key("docs", [byCloudfront], options);
    const access = new cloudfront.OriginAccessControl(
      "docs",
      { originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" },
      options,
    );
    const bucket = privateBucket(
      "docs",
      {
        key: key.arn,
        statements: (arn) => [
          {
            Sid: "ReadByCloudFront",
            Effect: "Allow",
            Principal: { Service: "cloudfront.amazonaws.com" },
            Action: "s3:GetObject",
            Resource: interpolate`${arn}/*`,
            Condition: {
              StringEquals: { "AWS:SourceArn": company.arn("cloudfront", "distribution/E2EXAMPLE1234", "") },
            },
          },
        ],
      },
      options,
    );
    new cloudfront.Distribution(
      "docs",
      {
        enabled: true,
        aliases: ["docs.acme.example"],
        defaultRootObject: "index.html",
        origins: [
          {
            originId: "docs",
            domainName: bucket.bucketRegionalDomainName,
            originAccessControlId: access.id,
          },
        ],
        defaultCacheBehavior: {
          targetOriginId: "docs",
          viewerProtocolPolicy: "redirect-to-https",
          allowedMethods: ["GET", "HEAD"],
          cachedMethods: ["GET", "HEAD"],
          cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
        },
        restrictions: { geoRestriction: { restrictionType: "none" } },
        viewerCertificate: {
          acmCertificateArn: CERTIFICATE,
          minimumProtocolVersion: "TLSv1.2_2021",
          sslSupportMethod: "sni-only",
        },
        webAclId: FIREWALL,
      },
      options,
    );
  },
};
