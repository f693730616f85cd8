import { crossRegionNetworkRestricted } from "../../../policy-pack/controls/residency-paths/cross-region-network-restricted";
import { foreignRegionArn } from "../../../policy-pack/controls/residency-paths/foreign-region-arn";
import { kmsMultiRegionRestricted } from "../../../policy-pack/controls/residency-paths/kms-multi-region-restricted";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const ANYWHERE = { settings: { allowedRegions: [] } };

describe("kms-multi-region-restricted", () => {
  const control = kmsMultiRegionRestricted;
  const key = (props: object) => declare("kms/key:Key", "k", { ...props });

  it("passes keys of one region", () => {
    passes(control, [key({})]);
    passes(control, [key({ multiRegion: false })]);
    passes(control, [declare("kms/externalKey:ExternalKey", "e", { multiRegion: false })]);
  });

  it("finds multi-region keys and every replica", () => {
    violates(control, [key({ multiRegion: true })], ["k (kms/key): multiRegion"]);
    violates(
      control,
      [declare("kms/externalKey:ExternalKey", "e", { multiRegion: true })],
      ["e (kms/externalKey): multiRegion"],
    );
    const primary = key({ multiRegion: true });
    violates(
      control,
      [primary, declare("kms/replicaKey:ReplicaKey", "r", { primaryKeyArn: ref(primary, "arn") })],
      ["k (kms/key): multiRegion", "r (kms/replicaKey): primaryKeyArn"],
    );
  });
});

describe("foreign-region-arn", () => {
  const control = foreignRegionArn;
  const topic = (props: object) => declare("sns/topic:Topic", "t", { ...props });
  const FOUND = (property: string) => [`t (sns/topic): ${property}`];

  it("passes allowed regions, global resources, patterns, and words that are no region", () => {
    passes(control, [topic({ kmsMasterKeyId: "arn:aws:kms:eu-central-1:222222222222:key/1" })]);
    passes(control, [topic({ a: "arn:aws:s3:::data/*", b: "arn:aws:iam::222222222222:role/us-east-1" })]);
    passes(control, [topic({ policy: '{"Resource":"arn:aws:sagemaker:*:222222222222:model/*"}' })]);
    passes(control, [topic({ note: "us-east-1 is not used here", host: "sts.amazonaws.com" })]);
    passes(control, [topic({ service: "com.amazonaws.eu-central-1.sagemaker.api" })]);
  });

  it("finds a foreign region in ARNs, hosts and service names, wherever they stand", () => {
    violates(control, [topic({ key: "arn:aws:kms:us-east-1:222222222222:key/1" })], FOUND("key"));
    violates(control, [topic({ key: "arn:aws-us-gov:kms:us-gov-west-1:222222222222:key/1" })], FOUND("key"));
    violates(
      control,
      [topic({ deep: [{ uri: "https://s3.us-west-2.amazonaws.com/data" }] })],
      FOUND("deep[0].uri"),
    );
    violates(control, [topic({ uri: "https://s3-us-west-2.amazonaws.com/data" })], FOUND("uri"));
    violates(control, [topic({ uri: "https://x.lambda-url.us-east-1.on.aws/" })], FOUND("uri"));
    violates(
      control,
      [topic({ uri: "cn-north-1 https://sqs.cn-north-1.amazonaws.com.cn/1/q" })],
      FOUND("uri"),
    );
    violates(control, [topic({ image: "222222222222.dkr.ecr.us-east-1.amazonaws.com/x:1" })], FOUND("image"));
    violates(control, [topic({ name: "com.amazonaws.us-east-1.s3" })], FOUND("name"));
    violates(control, [topic({ name: "com.amazonaws.vpce.us-east-1.vpce-svc-0123" })], FOUND("name"));
    const policy = JSON.stringify({ Statement: [{ Resource: "arn:aws:sqs:ap-south-1:222222222222:q" }] });
    violates(control, [topic({ policy })], FOUND("policy"));
  });

  it("passes the one region that CloudFront takes certificates and web ACLs from, there alone", () => {
    const certificate = "arn:aws:acm:us-east-1:222222222222:certificate/1";
    const firewall = "arn:aws:wafv2:us-east-1:222222222222:global/webacl/site/1";
    const cdn = (props: object) => declare("cloudfront/distribution:Distribution", "d", { ...props });
    const found = (property: string) => [`d (cloudfront/distribution): ${property}`];
    passes(control, [cdn({ viewerCertificate: { acmCertificateArn: certificate }, webAclId: firewall })]);
    violates(
      control,
      [cdn({ viewerCertificate: { acmCertificateArn: certificate.replace("us-east-1", "us-west-2") } })],
      found("viewerCertificate.acmCertificateArn"),
    );
    violates(control, [cdn({ webAclId: firewall.replace("global", "regional") })], found("webAclId"));
    violates(
      control,
      [cdn({ origins: [{ domainName: "x.s3.us-east-1.amazonaws.com" }] })],
      found("origins[0].domainName"),
    );
    violates(control, [topic({ certificate })], FOUND("certificate"));
    for (const type of [
      "acm/certificateValidation:CertificateValidation",
      "apigateway/domainName:DomainName",
      "appsync/domainName:DomainName",
      "cognito/userPoolDomain:UserPoolDomain",
    ]) {
      passes(control, [declare(type, "d", { certificateArn: certificate })]);
      const elsewhere = declare(type, "d", { certificateArn: certificate.replace("us-east-1", "us-west-2") });
      violates(control, [elsewhere], [`d (${type.split(":")[0] ?? ""}): certificateArn`]);
    }
    const logging = (resourceArn: string) =>
      declare("wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "l", { resourceArn });
    passes(control, [logging(firewall)]);
    violates(
      control,
      [logging(firewall.replace("global", "regional"))],
      ["l (wafv2/webAclLoggingConfiguration): resourceArn"],
    );
  });

  it("leaves an output of another resource to that resource", () => {
    const key = declare("kms/key:Key", "k", { arn: "arn:aws:kms:eu-central-1:222222222222:key/1" });
    passes(control, [key, topic({ kmsMasterKeyId: ref(key, "arn") })]);
  });

  it("has nothing to judge without a list, or outside AWS", () => {
    notApplicable(control, [topic({ key: "arn:aws:kms:us-east-1:222222222222:key/1" })], ANYWHERE);
    notApplicable(control, [declare("random:index/randomId:RandomId", "r")]);
  });
});

describe("cross-region-network-restricted", () => {
  const control = crossRegionNetworkRestricted;
  const peering = (props: object) =>
    declare("ec2/vpcPeeringConnection:VpcPeeringConnection", "p", { ...props });
  const endpoint = (props: object) => declare("ec2/vpcEndpoint:VpcEndpoint", "e", { ...props });

  it("passes what stays in the resource's own region, or in an allowed one", () => {
    passes(control, [peering({ peerVpcId: "vpc-1" })]);
    passes(control, [peering({ peerVpcId: "vpc-1", peerRegion: "eu-central-1" })]);
    passes(control, [endpoint({ serviceName: "com.amazonaws.eu-central-1.s3" })]);
    passes(control, [
      declare("ec2/vpcEndpointService:VpcEndpointService", "s", { supportedRegions: ["eu-central-1"] }),
    ]);
  });

  it("finds every way to another region", () => {
    violates(control, [peering({ peerRegion: "us-east-1" })], ["p (ec2/vpcPeeringConnection): peerRegion"]);
    violates(control, [endpoint({ serviceRegion: "us-east-1" })], ["e (ec2/vpcEndpoint): serviceRegion"]);
    violates(
      control,
      [endpoint({ serviceName: "com.amazonaws.vpce.us-east-1.vpce-svc-0123" })],
      ["e (ec2/vpcEndpoint): serviceName"],
    );
    violates(
      control,
      [
        declare("ec2/vpcEndpointService:VpcEndpointService", "s", {
          supportedRegions: ["eu-central-1", "us-east-1"],
        }),
      ],
      ["s (ec2/vpcEndpointService): supportedRegions[1]"],
    );
    violates(
      control,
      [declare("ec2transitgateway/peeringAttachment:PeeringAttachment", "a", { peerRegion: "us-east-1" })],
      ["a (ec2transitgateway/peeringAttachment): peerRegion"],
    );
    violates(
      control,
      [declare("route53/zoneAssociation:ZoneAssociation", "z", { vpcRegion: "us-east-1" })],
      ["z (route53/zoneAssociation): vpcRegion"],
    );
  });

  it("waits for a region that is not known, and has nothing to judge without a list", () => {
    const region = declare("ssm/parameter:Parameter", "region", { value: "us-east-1" });
    const found = ["p (ec2/vpcPeeringConnection): peerRegion"];
    defers(control, [region, peering({ peerRegion: ref(region, "value") })], found, found);
    notApplicable(control, [peering({ peerRegion: "us-east-1" })], ANYWHERE);
  });
});
