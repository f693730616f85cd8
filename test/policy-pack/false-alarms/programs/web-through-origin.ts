import * as cloudfront from "@pulumi/aws/cloudfront";
import * as ec2 from "@pulumi/aws/ec2";
import * as lb from "@pulumi/aws/lb";
import * as vpc from "@pulumi/aws/vpc";
import * as company from "../foundation";
import type { Program } from "../program";
import { webAcl } from "../web-acl";

/** CloudFront takes certificates of this region only. */
const GLOBAL_REGION = "us-east-1";

/** A website behind CloudFront whose load balancer is internal: CloudFront reaches it through a VPC origin. */
export const webThroughOrigin: Program = {
  name: "a website on CloudFront with a VPC origin",
  sources: [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html",
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html",
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html",
    "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html",
  ],
  run: () => {
    const options = company.inAccount(company.ACCOUNT, { DataClassification: "public" });
    const group = new ec2.SecurityGroup(
      "web",
      { vpcId: company.VPC, description: "The internal balancer of the website" },
      options,
    );
    // CloudFront makes this group with the first VPC origin of a VPC.
    new vpc.SecurityGroupIngressRule(
      "web-from-cloudfront",
      {
        securityGroupId: group.id,
        referencedSecurityGroupId: "sg-0c10f0c10f0c10f0c",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "HTTPS from CloudFront's VPC origins",
      },
      options,
    );
    new vpc.SecurityGroupEgressRule(
      "web-to-tasks",
      {
        securityGroupId: group.id,
        referencedSecurityGroupId: "sg-0fedcba9876543210",
        ipProtocol: "tcp",
        fromPort: 8443,
        toPort: 8443,
        description: "HTTPS to the tasks",
      },
      options,
    );
    const balancer = new lb.LoadBalancer(
      "web",
      {
        internal: true,
        loadBalancerType: "application",
        subnets: company.PRIVATE_SUBNETS,
        securityGroups: [group.id],
        dropInvalidHeaderFields: true,
        enableDeletionProtection: true,
        accessLogs: { bucket: company.LOG_BUCKET, prefix: "web", enabled: true },
        connectionLogs: { bucket: company.LOG_BUCKET, prefix: "web-connections", enabled: true },
      },
      options,
    );
    const tasks = new lb.TargetGroup(
      "web",
      {
        vpcId: company.VPC,
        targetType: "ip",
        protocol: "HTTPS",
        port: 8443,
        deregistrationDelay: 30,
        healthCheck: { protocol: "HTTPS", path: "/alive", matcher: "200" },
        stickiness: { type: "lb_cookie", enabled: false },
      },
      options,
    );
    const listener = new lb.Listener(
      "web",
      {
        loadBalancerArn: balancer.arn,
        port: 443,
        protocol: "HTTPS",
        sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
        certificateArn: company.arn("acm", "certificate/12345678-1234-4234-8234-123456789012"),
        defaultActions: [
          {
            type: "fixed-response",
            fixedResponse: { contentType: "text/plain", statusCode: "404", messageBody: "Not here" },
          },
        ],
      },
      options,
    );
    new lb.ListenerRule(
      "web",
      {
        listenerArn: listener.arn,
        priority: 10,
        conditions: [{ hostHeader: { values: ["shop.acme.example"] } }],
        actions: [{ type: "forward", targetGroupArn: tasks.arn }],
      },
      options,
    );
    const plain = new lb.Listener(
      "redirect",
      {
        loadBalancerArn: balancer.arn,
        port: 80,
        protocol: "HTTP",
        defaultActions: [
          { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } },
        ],
      },
      options,
    );

    const acl = webAcl(
      "web",
      {
        logs: "arn:aws:s3:::aws-waf-logs-acme-web-222222222222",
        secretHeader: "cookie",
        forCloudfront: true,
      },
      options,
    );
    const origin = new cloudfront.VpcOrigin(
      "web",
      {
        vpcOriginEndpointConfig: {
          name: "web",
          arn: balancer.arn,
          httpPort: 80,
          httpsPort: 443,
          originProtocolPolicy: "https-only",
          originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
        },
      },
      { ...options, dependsOn: [plain] },
    );
    const headers = new cloudfront.ResponseHeadersPolicy(
      "web",
      {
        securityHeadersConfig: {
          contentTypeOptions: { override: true },
          frameOptions: { frameOption: "DENY", override: true },
          referrerPolicy: { referrerPolicy: "same-origin", override: true },
          strictTransportSecurity: {
            accessControlMaxAgeSec: 63072000,
            includeSubdomains: true,
            preload: true,
            override: true,
          },
        },
      },
      options,
    );
    new cloudfront.Distribution(
      "web",
      {
        enabled: true,
        isIpv6Enabled: true,
        httpVersion: "http2and3",
        aliases: ["shop.acme.example"],
        webAclId: acl.arn,
        origins: [
          {
            originId: "web",
            domainName: balancer.dnsName,
            vpcOriginConfig: { vpcOriginId: origin.id, originReadTimeout: 30 },
          },
        ],
        defaultCacheBehavior: {
          targetOriginId: "web",
          viewerProtocolPolicy: "redirect-to-https",
          allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
          cachedMethods: ["GET", "HEAD"],
          cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
          originRequestPolicyId: "216adef6-5c7f-47e4-b989-5492eafa07d3",
          responseHeadersPolicyId: headers.id,
          compress: true,
        },
        restrictions: { geoRestriction: { restrictionType: "whitelist", locations: ["DE", "FR", "AT"] } },
        viewerCertificate: {
          acmCertificateArn: company.arn(
            "acm",
            "certificate/12345678-1234-4234-8234-123456789012",
            GLOBAL_REGION,
          ),
          minimumProtocolVersion: "TLSv1.2_2021",
          sslSupportMethod: "sni-only",
        },
        loggingConfig: {
          bucket: "acme-cdn-logs-222222222222.s3.amazonaws.com",
          prefix: "web/",
          includeCookies: false,
        },
      },
      options,
    );
  },
};
