import assert from "node:assert/strict";
import { mlSubnetNoInternetRoute as control } from "../../../policy-pack/controls/reachability/ml-subnet-no-internet-route";
import { declare, ref } from "../support/resources";
import { defers, judgeBy, notApplicable, passes, violates } from "../support/verdicts";
import { association, gateway, model, network, route, subnet, table, vpc } from "./network";

const pathOf = (resources: Parameters<typeof judgeBy>[1]) =>
  judgeBy(control, resources, "known").violations[0]?.path;

describe("ml-subnet-no-internet-route", () => {
  it("passes a subnet whose table leads nowhere, to an endpoint, or to a firewall", () => {
    passes(control, network(model));
    passes(control, network(model, route({ vpcEndpointId: "vpce-0a1" })));
    passes(control, network(model, route({ gatewayId: "local", destinationCidrBlock: "10.0.0.0/16" })));
  });

  it("has nothing to judge where nothing runs", () => {
    notApplicable(control, network(route()));
  });

  for (const [type, name, props, property] of [
    ["sagemaker/model:Model", "x", { vpcConfig: { subnets: [ref(subnet)] } }, "vpcConfig"],
    ["sagemaker/notebookInstance:NotebookInstance", "x", { subnetId: ref(subnet) }, "subnetId"],
    ["sagemaker/domain:Domain", "x", { subnetIds: [ref(subnet)] }, "subnetIds"],
    ["sagemaker/trainingJob:TrainingJob", "x", { vpcConfig: { subnets: [ref(subnet)] } }, "vpcConfig"],
    ["ec2/instance:Instance", "x", { instanceType: "m7i.large", subnetId: ref(subnet) }, "subnetId"],
    ["autoscaling/group:Group", "x", { vpcZoneIdentifiers: [ref(subnet)] }, "vpcZoneIdentifiers"],
    ["eks/nodeGroup:NodeGroup", "x", { subnetIds: [ref(subnet)] }, "subnetIds"],
    ["eks/cluster:Cluster", "x", { vpcConfig: { subnetIds: [ref(subnet)] } }, "vpcConfig"],
    ["lambda/function:Function", "x", { vpcConfig: { subnetIds: [ref(subnet)] } }, "vpcConfig"],
    [
      "batch/computeEnvironment:ComputeEnvironment",
      "x",
      { computeResources: { subnets: [ref(subnet)] } },
      "computeResources",
    ],
    ["fsx/lustreFileSystem:LustreFileSystem", "x", { subnetIds: ref(subnet) }, "subnetIds"],
  ] as const) {
    it(`finds ${type} in a public subnet`, () => {
      const short = type.split(":")[0] ?? "";
      violates(control, network(route(), declare(type, name, props)), [`x (${short}): ${property}`]);
    });
  }

  it("follows a launch template and a network interface to the subnet", () => {
    const eni = declare("ec2/networkInterface:NetworkInterface", "eni", { subnetId: ref(subnet) });
    const instance = declare("ec2/instance:Instance", "x", {
      primaryNetworkInterface: { networkInterfaceId: ref(eni) },
    });
    violates(control, network(route(), eni, instance), ["x (ec2/instance): launchTemplate"]);
    const template = declare("ec2/launchTemplate:LaunchTemplate", "t", {
      networkInterfaces: [{ subnetId: ref(subnet) }],
    });
    const group = declare("autoscaling/group:Group", "x", { launchTemplate: { id: ref(template) } });
    violates(control, network(route(), template, group), ["x (autoscaling/group): launchTemplate"]);
  });

  it("sees routes inside the table, of IPv6, by id, and of the main table", () => {
    const found = ["scoring (sagemaker/model): vpcConfig"];
    const inside = declare("ec2/routeTable:RouteTable", "rtb", {
      vpcId: ref(vpc),
      routes: [{ ipv6CidrBlock: "::/0", gatewayId: ref(gateway) }],
    });
    violates(control, [vpc, gateway, subnet, inside, association, model], found);
    violates(control, network(model, route({ gatewayId: "igw-0123456789abcdef0" })), found);
    const main = declare("ec2/mainRouteTableAssociation:MainRouteTableAssociation", "main", {
      vpcId: ref(vpc),
      routeTableId: ref(table),
    });
    violates(control, [vpc, gateway, subnet, table, main, route(), model], found);
    const byDefault = declare("ec2/defaultRouteTable:DefaultRouteTable", "rtb", {
      defaultRouteTableId: ref(vpc, "defaultRouteTableId"),
      routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref(gateway) }],
    });
    const asOutput = declare("ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
    violates(control, [asOutput, gateway, subnet, byDefault, model], found);
  });

  it("waits for a gateway that comes from elsewhere and is not known", () => {
    const other = declare("pulumi:pulumi:StackReference", "core");
    passes(control, network(other, model, route({ gatewayId: ref(other, "gateway") })));
    const unknown = { gatewayId: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" };
    defers(
      control,
      network(model, route(unknown)),
      ["scoring (sagemaker/model): vpcConfig"],
      ["scoring (sagemaker/model): vpcConfig"],
    );
  });

  it("waits for routes of which nothing is known, unless they came from the gateway", () => {
    const hidden = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    const found = ["scoring (sagemaker/model): vpcConfig"];
    const inside = (routes: unknown) =>
      declare("ec2/routeTable:RouteTable", "rtb", { vpcId: ref(vpc), routes });
    defers(control, [vpc, gateway, subnet, inside(hidden), association, model], found, found);
    defers(control, [vpc, gateway, subnet, inside([hidden]), association, model], found, found);
    const whole = inside(ref(gateway, "routes"));
    const preview = judgeBy(control, [vpc, gateway, subnet, whole, association, model], "unknown");
    assert.deepEqual(
      preview.violations.map(({ property }) => property),
      ["vpcConfig"],
    );
  });

  it("prints the way, and what lets the internet in", () => {
    assert.deepEqual(pathOf(network(route(), model)), [
      "scoring",
      "subnet ml-a",
      "rtb",
      '"0.0.0.0/0"',
      "internet gateway",
    ]);
    const group = declare("ec2/securityGroup:SecurityGroup", "web", {
      ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
    });
    const instance = declare("ec2/instance:Instance", "x", {
      subnetId: ref(subnet),
      vpcSecurityGroupIds: [ref(group)],
    });
    const acl = (action: string) =>
      declare("ec2/networkAcl:NetworkAcl", "acl", {
        vpcId: ref(vpc),
        subnetIds: [ref(subnet)],
        ingress: [{ ruleNo: 100, action, protocol: "-1", cidrBlock: "0.0.0.0/0", fromPort: 0, toPort: 0 }],
      });
    const inward = "security group web: tcp 22 from 0.0.0.0/0";
    assert.deepEqual(pathOf(network(route(), group, instance))?.slice(-2), ["internet gateway", inward]);
    assert.deepEqual(pathOf(network(route(), group, instance, acl("allow")))?.slice(-2), [
      "network ACL acl",
      inward,
    ]);
    assert.equal(pathOf(network(route(), group, instance, acl("deny")))?.at(-1), "internet gateway");
  });

  it("finds what is behind a public load balancer, and not behind an internal one", () => {
    const instance = declare("ec2/instance:Instance", "x", { subnetId: ref(subnet) });
    const balancer = (internal?: boolean) => declare("lb/loadBalancer:LoadBalancer", "web", { internal });
    const targets = declare("lb/targetGroup:TargetGroup", "tg", { vpcId: ref(vpc) });
    const behind = (internal?: boolean) => {
      const front = balancer(internal);
      const listener = declare("lb/listener:Listener", "https", {
        loadBalancerArn: ref(front, "arn"),
        defaultActions: [{ type: "forward", targetGroupArn: ref(targets, "arn") }],
      });
      const attachment = declare("lb/targetGroupAttachment:TargetGroupAttachment", "a", {
        targetGroupArn: ref(targets, "arn"),
        targetId: ref(instance),
      });
      return network(instance, front, targets, listener, attachment);
    };
    passes(control, behind(true));
    violates(control, behind(false), ["x (ec2/instance): "]);
    violates(control, behind(), ["x (ec2/instance): "]);
    assert.deepEqual(pathOf(behind()), [
      "internet",
      "load balancer web",
      "listener https",
      "target group tg",
      "x",
    ]);
  });
});
