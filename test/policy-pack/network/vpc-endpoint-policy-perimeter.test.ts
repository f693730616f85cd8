import { vpcEndpointPolicyPerimeter as control } from "../../../policy-pack/controls/network/vpc-endpoint-policy-perimeter";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const OWN = "o-exampleorgid";
const statement = (parts: object = {}) => ({
  Effect: "Allow",
  Principal: "*",
  Action: "s3:GetObject",
  Resource: "*",
  Condition: { StringEquals: { "aws:PrincipalOrgID": OWN, "aws:ResourceOrgID": OWN } },
  ...parts,
});
const endpoint = (props: object) =>
  declare("ec2/vpcEndpoint:VpcEndpoint", "s3", { serviceName: "com.amazonaws.eu-central-1.s3", ...props });
const withPolicy = (...statements: readonly object[]) =>
  endpoint({ policy: JSON.stringify({ Statement: statements }) });
const at = (index: number) => `s3 (ec2/vpcEndpoint): policy.Statement[${index}].Condition`;

describe("vpc-endpoint-policy-perimeter", () => {
  it("passes the organization's principals on its resources, by condition or by name", () => {
    passes(control, [withPolicy(statement())]);
    const named = {
      Resource: "arn:aws:s3:::acme-data/*",
      Condition: { StringEquals: { "aws:PrincipalOrgID": OWN } },
    };
    passes(control, [withPolicy(statement(named))]);
  });

  it("passes image layers of ECR, to read and no more", () => {
    const layers = {
      Condition: undefined,
      Resource: "arn:aws:s3:::prod-eu-central-1-starport-layer-bucket/*",
    };
    passes(control, [withPolicy(statement(), statement(layers))]);
    violates(control, [withPolicy(statement({ ...layers, Action: "s3:PutObject" }))], [at(0)]);
    violates(control, [withPolicy(statement({ ...layers, Action: "s3:*" }))], [at(0)]);
    const lookalike = "arn:aws:s3:::starport-layer-bucket-of-mine/*";
    violates(control, [withPolicy(statement({ ...layers, Resource: lookalike }))], [at(0)]);
  });

  it("passes what AWS hands out to every account: models of Bedrock, and public parameters", () => {
    const named = (...Resource: readonly string[]) =>
      withPolicy(statement({ Resource, Condition: { StringEquals: { "aws:PrincipalOrgID": OWN } } }));
    const model = "arn:aws:bedrock:eu-central-1::foundation-model/*";
    const parameter = "arn:aws:ssm:eu-central-1::parameter/aws/service/*";
    passes(control, [named(model, parameter)]);
    passes(control, [
      named("arn:aws:ssm:eu-central-1::document/AWS-*", "arn:aws:imagebuilder:*:aws:component/*"),
    ]);
    violates(control, [named("arn:aws:ssm:eu-central-1:*:document/AWS-*")], [at(0)]);
    violates(control, [named(model, "arn:aws:bedrock:eu-central-1:*:custom-model/*")], [at(0)]);
    violates(control, [named("arn:aws:bedrock:*:*:foundation-model/*")], [at(0)]);
    violates(control, [named("arn:aws:ssm:eu-central-1::parameter/*")], [at(0)]);
  });

  it("passes AWS's services, which nothing in the VPC can pass for", () => {
    const services = (Condition: object) => withPolicy(statement(), statement({ Action: "*", Condition }));
    passes(control, [services({ Bool: { "aws:PrincipalIsAWSService": "true" } })]);
    passes(control, [services({ Bool: { "aws:PrincipalIsAWSService": true } })]);
    for (const open of [
      { Bool: { "aws:PrincipalIsAWSService": "false" } },
      { Bool: { "aws:PrincipalIsAWSService": ["true", "false"] } },
      { BoolIfExists: { "aws:PrincipalIsAWSService": "true" } },
      { Bool: { "aws:ViaAWSService": "true" } },
    ])
      violates(control, [services(open)], [at(1), at(1)]);
  });

  it("takes a policy of its own resource", () => {
    const bare = endpoint({});
    const policy = declare("ec2/vpcEndpointPolicy:VpcEndpointPolicy", "p", {
      vpcEndpointId: ref(bare),
      policy: JSON.stringify({ Statement: [statement({ Condition: undefined })] }),
    });
    const found = "p (ec2/vpcEndpointPolicy): policy.Statement[0].Condition";
    violates(control, [bare, policy], [found, found]);
  });

  it("refuses none, and AWS's own, which allows everything", () => {
    violates(control, [endpoint({})], ["s3 (ec2/vpcEndpoint): policy"]);
    violates(control, [withPolicy(statement({ Action: "*", Condition: undefined }))], [at(0), at(0)]);
  });

  it("refuses half a perimeter", () => {
    const only = (key: string) => ({ Condition: { StringEquals: { [key]: OWN } } });
    violates(control, [withPolicy(statement(only("aws:PrincipalOrgID")))], [at(0)]);
    violates(control, [withPolicy(statement(only("aws:ResourceOrgID")))], [at(0)]);
    const foreign = { StringEquals: { "aws:PrincipalOrgID": OWN, "aws:ResourceOrgID": "o-someoneelse" } };
    violates(control, [withPolicy(statement({ Condition: foreign }))], [at(0)]);
  });

  it("takes an account for the perimeter only if it is the company's", () => {
    const resource = { Condition: { StringEquals: { "aws:ResourceOrgID": OWN } } };
    const principal = (account: string) => ({ ...resource, Principal: { AWS: account } });
    passes(control, [withPolicy(statement(principal("444444444444")))]);
    violates(control, [withPolicy(statement(principal("999999999999")))], [at(0)]);
    violates(
      control,
      [withPolicy(statement({ ...resource, Principal: undefined, NotPrincipal: "x" }))],
      [at(0)],
    );
    const queue = (account: string) => ({
      Action: "sqs:SendMessage",
      Resource: `arn:aws:sqs:eu-central-1:${account}:jobs`,
      Condition: { StringEquals: { "aws:PrincipalOrgID": OWN } },
    });
    passes(control, [withPolicy(statement(queue("444444444444")))]);
    violates(control, [withPolicy(statement(queue("999999999999")))], [at(0)]);
    const byKey = (account: string) => ({
      Condition: { StringEquals: { "aws:PrincipalOrgID": OWN, "aws:ResourceAccount": account } },
    });
    passes(control, [withPolicy(statement(byKey("444444444444")))]);
    violates(control, [withPolicy(statement(byKey("999999999999")))], [at(0)]);
  });

  it("takes a named bucket for the perimeter only if it is the stack's, the company's or AWS's", () => {
    const told = { settings: { trustedBuckets: { prod: ["acme-.*"] } } };
    const own = declare("s3/bucket:Bucket", "own", { bucket: "lake" });
    const to = (...buckets: readonly string[]) =>
      withPolicy(
        statement({
          Action: ["s3:PutObject", "s3:ListBucket"],
          Resource: buckets.flatMap((name) => [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`]),
          Condition: { StringEquals: { "aws:PrincipalOrgID": OWN } },
        }),
      );
    passes(control, [own, to("lake", "acme-data", "jumpstart-cache-prod-eu-central-1")], told);
    passes(control, [to("elsewhere")]);
    violates(control, [own, to("lake", "elsewhere")], [at(0)], told);
    violates(control, [to("acme-*")], [at(0)], told);
    violates(control, [to("jumpstart-cache-prod-elsewhere")], [at(0)], told);
    const both = { "aws:PrincipalOrgID": OWN, "aws:ResourceOrgID": OWN };
    passes(
      control,
      [withPolicy(statement({ Resource: "arn:aws:s3:::elsewhere/*", Condition: { StringEquals: both } }))],
      told,
    );
  });

  it("waits for resources that are not known yet, unless a condition says enough", () => {
    const lake = declare("s3/bucket:Bucket", "lake", { bucket: "lake", arn: "arn:aws:s3:::lake" });
    const told = { settings: { trustedBuckets: { prod: ["acme-.*"] } } };
    const inOrganization = { Condition: { StringEquals: { "aws:PrincipalOrgID": OWN } } };
    const to = (parts: object, ...Resource: readonly unknown[]) =>
      endpoint({ policy: { Statement: [statement({ Resource, ...parts })] } });
    passes(control, [lake, to({}, ref(lake, "arn"))], told);
    defers(control, [lake, to(inOrganization, ref(lake, "arn"))], [at(0)], [], told);
    violates(control, [lake, to(inOrganization, ref(lake, "arn"), "arn:aws:s3:::elsewhere")], [at(0)], told);
  });

  it("takes the VPC that a call comes from for no perimeter, since every one comes from it", () => {
    const fromVpc = { StringEquals: { "aws:SourceVpc": "vpc-0a1b2c3d", "aws:ResourceOrgID": OWN } };
    violates(control, [withPolicy(statement({ Condition: fromVpc }))], [at(0)]);
  });

  it("leaves endpoints alone that take no policy", () => {
    notApplicable(control, [endpoint({ vpcEndpointType: "GatewayLoadBalancer" })]);
    notApplicable(control, [endpoint({ serviceName: "com.amazonaws.vpce.eu-central-1.vpce-svc-0123" })]);
    const offered = declare("ec2/vpcEndpointService:VpcEndpointService", "prices", {
      serviceName: "com.amazonaws.vpce.eu-central-1.vpce-svc-0123",
    });
    notApplicable(control, [offered, endpoint({ serviceName: ref(offered, "serviceName") })]);
  });
});
