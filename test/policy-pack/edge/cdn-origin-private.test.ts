import { cdnOriginPrivate as control } from "../../../policy-pack/controls/edge/cdn-origin-private";
import { declare, ref } from "../support/resources";
import { defers, passes, violates } from "../support/verdicts";

const access = declare("cloudfront/originAccessControl:OriginAccessControl", "site");
const bucket = declare("s3/bucket:Bucket", "site", {
  bucketRegionalDomainName: "site.s3.eu-central-1.amazonaws.com",
});
const domainName = ref(bucket, "bucketRegionalDomainName");
const signed = { domainName, originAccessControlId: ref(access) };
const cdn = (origin: object, props: object = {}) => [
  access,
  bucket,
  declare("cloudfront/distribution:Distribution", "d", { origins: [origin], webAclId: "arn", ...props }),
];
const at = (property: string) => [`d (cloudfront/distribution): ${property}`];

describe("cdn-origin-private", () => {
  it("passes signed requests, and origins that are no buckets", () => {
    passes(control, cdn(signed));
    passes(
      control,
      cdn({ domainName, s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" } }),
    );
    passes(control, cdn({ domainName: "api.acme.example", customOriginConfig: { httpPort: 80 } }));
    passes(control, cdn({ domainName: "internal", vpcOriginConfig: { vpcOriginId: "v" } }));
  });

  it("refuses a bucket without an origin access control, as what origin soever", () => {
    const line = at("origins[0].originAccessControlId");
    violates(control, cdn({ domainName }), line);
    violates(control, cdn({ domainName: "site.s3.amazonaws.com" }), line);
    violates(control, cdn({ domainName, originAccessControlId: "" }), line);
    violates(control, cdn({ domainName, s3OriginConfig: { originAccessIdentity: "" } }), line);
    violates(
      control,
      cdn({ domainName: "site.s3.eu-central-1.amazonaws.com", customOriginConfig: { httpPort: 80 } }),
      line,
    );
  });

  it("reads distributions of many tenants", () => {
    const tenants = (origin: object) => [
      access,
      bucket,
      declare("cloudfront/multitenantDistribution:MultitenantDistribution", "d", {
        origins: [origin],
        webAclId: "arn",
      }),
    ];
    passes(control, tenants(signed));
    passes(control, tenants({ domainName: "api.acme.example", customOriginConfigs: [{ httpPort: 80 }] }));
    violates(control, tenants({ domainName: "site.s3.amazonaws.com" }), [
      "d (cloudfront/multitenantDistribution): origins[0].originAccessControlId",
    ]);
  });

  it("refuses a bucket's website address", () => {
    for (const website of [
      "site.s3-website.eu-central-1.amazonaws.com",
      "site.s3-website-us-east-1.amazonaws.com",
    ]) {
      const origin = { domainName: website, customOriginConfig: { originProtocolPolicy: "http-only" } };
      violates(control, cdn(origin), at("origins[0].domainName"));
    }
  });

  it("waits for an address that may be a website's", () => {
    const website = declare("s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration", "site", {
      websiteEndpoint: "site.s3-website.eu-central-1.amazonaws.com",
    });
    const origin = { domainName: ref(website, "websiteEndpoint"), customOriginConfig: { httpPort: 80 } };
    const line = at("origins[0].domainName");
    defers(control, [website, ...cdn(origin)], line, line);
  });

  it("wants a web firewall", () => {
    violates(control, cdn(signed, { webAclId: undefined }), at("webAclId"));
    violates(control, cdn(signed, { webAclId: "" }), at("webAclId"));
  });
});
