import { cdnTlsOnly as control } from "../../../policy-pack/controls/edge/cdn-tls-only";
import { declare, ref } from "../support/resources";
import { defers, passes, violates } from "../support/verdicts";

const CERTIFICATE = { acmCertificateArn: "arn", minimumProtocolVersion: "TLSv1.2_2021" };
const HTTPS = { originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] };
const good = {
  defaultCacheBehavior: { viewerProtocolPolicy: "redirect-to-https" },
  viewerCertificate: CERTIFICATE,
  origins: [{ originId: "bucket" }, { originId: "api", customOriginConfig: HTTPS }],
};
const cdn = (props: object) => [declare("cloudfront/distribution:Distribution", "d", { ...good, ...props })];
const at = (property: string) => [`d (cloudfront/distribution): ${property}`];

describe("cdn-tls-only", () => {
  it("passes HTTPS on both sides", () => {
    passes(control, cdn({}));
    passes(control, cdn({ orderedCacheBehaviors: [{ viewerProtocolPolicy: "https-only" }] }));
    passes(control, cdn({ viewerCertificate: { ...CERTIFICATE, minimumProtocolVersion: "TLSv1.3_2025" } }));
  });

  it("refuses viewers over HTTP, in any behaviour", () => {
    violates(
      control,
      cdn({ defaultCacheBehavior: { viewerProtocolPolicy: "allow-all" } }),
      at("defaultCacheBehavior.viewerProtocolPolicy"),
    );
    violates(
      control,
      cdn({
        orderedCacheBehaviors: [
          { viewerProtocolPolicy: "https-only" },
          { viewerProtocolPolicy: "allow-all" },
        ],
      }),
      at("orderedCacheBehaviors[1].viewerProtocolPolicy"),
    );
  });

  it("refuses old TLS, and CloudFront's own certificate", () => {
    const line = at("viewerCertificate.minimumProtocolVersion");
    const certificate = (viewerCertificate: object) => cdn({ viewerCertificate });
    violates(control, certificate({ cloudfrontDefaultCertificate: true }), line);
    violates(control, certificate({ acmCertificateArn: "arn" }), line);
    for (const minimumProtocolVersion of ["SSLv3", "TLSv1", "TLSv1_2016", "TLSv1.1_2016"])
      violates(control, certificate({ ...CERTIFICATE, minimumProtocolVersion }), line);
  });

  it("refuses origins over HTTP or old TLS", () => {
    const origin = (config: object) => cdn({ origins: [{ customOriginConfig: { ...HTTPS, ...config } }] });
    const property = "origins[0].customOriginConfig.";
    for (const originProtocolPolicy of ["http-only", "match-viewer"])
      violates(control, origin({ originProtocolPolicy }), at(`${property}originProtocolPolicy`));
    violates(
      control,
      origin({ originSslProtocols: ["TLSv1.2", "TLSv1"] }),
      at(`${property}originSslProtocols[1]`),
    );
  });

  it("reads distributions of many tenants", () => {
    const tenants = (props: object) => [
      declare("cloudfront/multitenantDistribution:MultitenantDistribution", "d", {
        ...good,
        origins: [{ id: "api", customOriginConfigs: [HTTPS] }],
        ...props,
      }),
    ];
    const inTenants = (property: string) => [`d (cloudfront/multitenantDistribution): ${property}`];
    passes(control, tenants({}));
    violates(
      control,
      tenants({ cacheBehaviors: [{ viewerProtocolPolicy: "allow-all" }] }),
      inTenants("cacheBehaviors[0].viewerProtocolPolicy"),
    );
    violates(
      control,
      tenants({ origins: [{ customOriginConfigs: [{ ...HTTPS, originProtocolPolicy: "http-only" }] }] }),
      inTenants("origins[0].customOriginConfigs[0].originProtocolPolicy"),
    );
  });

  it("reads the domains of API Gateway", () => {
    const domain = (props: object) => [declare("apigateway/domainName:DomainName", "n", { ...props })];
    passes(control, domain({}));
    passes(control, domain({ securityPolicy: "TLS_1_2" }));
    violates(control, domain({ securityPolicy: "TLS_1_0" }), ["n (apigateway/domainName): securityPolicy"]);
  });

  it("waits for what is not known yet", () => {
    const value = declare("made/up:Value", "v", { policy: "allow-all" });
    const line = at("defaultCacheBehavior.viewerProtocolPolicy");
    const behavior = { viewerProtocolPolicy: ref(value, "policy") };
    defers(control, [value, ...cdn({ defaultCacheBehavior: behavior })], line, line);
  });
});
