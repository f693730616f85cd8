import {
  NEEDED,
  vpcRequiredEndpoints as control,
} from "../../../policy-pack/controls/endpoints/vpc-required-endpoints";
import { declare, type Declared, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { model, network, subnet, table, vpc } from "../reachability/network";

const group = declare("ec2/securityGroup:SecurityGroup", "endpoints", { vpcId: ref(vpc) });
const endpoint = (service: string, props: object = {}): Declared =>
  declare("ec2/vpcEndpoint:VpcEndpoint", service, {
    vpcId: ref(vpc),
    serviceName: `com.amazonaws.eu-central-1.${service}`,
    ...(service === "s3"
      ? { vpcEndpointType: "Gateway", routeTableIds: [ref(table)] }
      : {
          vpcEndpointType: "Interface",
          privateDnsEnabled: true,
          subnetIds: [ref(subnet)],
          securityGroupIds: [ref(group)],
        }),
    ...props,
  });
const all = (replaced?: Declared): readonly Declared[] =>
  NEEDED.map((service) => (service === replaced?.name ? replaced : endpoint(service)));
const without = (service: string) => all().filter(({ name }) => name !== service);
const missing = ["main (ec2/vpc): vpcEndpoints"];

describe("vpc-required-endpoints", () => {
  it("passes a VPC with all of them", () => {
    passes(control, network(model, ...all()));
    const beside = declare("ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation", "s3", {
      vpcEndpointId: ref(endpoint("s3", { routeTableIds: undefined })),
      routeTableId: ref(table),
    });
    passes(control, network(model, ...all(endpoint("s3", { routeTableIds: undefined })), beside));
  });

  for (const service of NEEDED) {
    it(`wants one for ${service}`, () => violates(control, network(model, ...without(service)), missing));
  }

  it("does not take an interface endpoint for S3's gateway, nor that of another VPC", () => {
    const asInterface = endpoint("s3", {
      vpcEndpointType: "Interface",
      privateDnsEnabled: true,
      securityGroupIds: [ref(group)],
    });
    violates(control, network(model, ...all(asInterface)), missing);
    violates(control, network(model, ...all(endpoint("sts", { vpcId: "vpc-0a1" }))), missing);
  });

  it("wants private DNS, and places to be in", () => {
    const dns = ["sts (ec2/vpcEndpoint): privateDnsEnabled"];
    violates(control, network(model, ...all(endpoint("sts", { privateDnsEnabled: undefined }))), dns);
    violates(control, network(model, ...all(endpoint("sts", { privateDnsEnabled: false }))), dns);
    violates(control, network(model, ...all(endpoint("sts", { subnetIds: [] }))), [
      "sts (ec2/vpcEndpoint): subnetIds",
    ]);
    violates(control, network(model, ...all(endpoint("s3", { routeTableIds: undefined }))), [
      "s3 (ec2/vpcEndpoint): routeTableIds",
    ]);
  });

  it("wants groups of the endpoint's own, of each interface endpoint of the VPC", () => {
    const line = ["sts (ec2/vpcEndpoint): securityGroupIds"];
    const bare = endpoint("sts", { securityGroupIds: undefined });
    violates(control, network(model, ...all(bare)), line);
    violates(control, network(model, ...all(endpoint("sts", { securityGroupIds: [] }))), line);
    const association = (props: object) =>
      declare("ec2/securityGroupAssociation:SecurityGroupAssociation", "sts", {
        vpcEndpointId: ref(bare),
        securityGroupId: ref(group),
        ...props,
      });
    violates(control, network(model, ...all(bare), association({})), line);
    passes(control, network(model, ...all(bare), association({ replaceDefaultAssociation: true })));
    const another = endpoint("bedrock-runtime", { securityGroupIds: undefined });
    violates(control, network(model, ...all(), another), [
      "bedrock-runtime (ec2/vpcEndpoint): securityGroupIds",
    ]);
    const firewall = endpoint("firewall", {
      vpcEndpointType: "GatewayLoadBalancer",
      securityGroupIds: undefined,
    });
    passes(control, network(model, ...all(), firewall));
  });

  it("wants Studio's where there is a domain, and what the settings list for the tier", () => {
    const domain = declare("sagemaker/domain:Domain", "studio", { subnetIds: [ref(subnet)] });
    violates(control, network(domain, ...all()), missing);
    const studio = endpoint("studio", { serviceName: "aws.sagemaker.eu-central-1.studio" });
    passes(control, network(domain, studio, ...all()));
    const settings = { requiredEndpoints: { prod: ["sts"] } };
    passes(control, network(model, endpoint("sts")), { settings });
    violates(control, network(model, endpoint("kms")), missing, { settings });
  });

  it("waits for the name of a service that is not known", () => {
    const other = declare("ec2/vpcEndpointService:VpcEndpointService", "own");
    const unknown = endpoint("sts", { serviceName: ref(other, "serviceName") });
    defers(control, network(model, other, ...all(unknown)), missing, missing);
  });

  it("has nothing to judge in a VPC that is not for machine learning", () => {
    const instance = declare("ec2/instance:Instance", "web", {
      instanceType: "m7i.large",
      subnetId: ref(subnet),
    });
    notApplicable(control, network(instance));
  });
});
