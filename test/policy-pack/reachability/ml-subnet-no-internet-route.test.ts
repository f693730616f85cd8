import assert from "node:assert/strict";
import { mlSubnetNoInternetRoute as control } from "../../../policy-pack/controls/reachability/ml-subnet-no-internet-route";
import { type Declared, declare, ref } from "../support/resources";
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
    ["rds/subnetGroup:SubnetGroup", "x", { subnetIds: [ref(subnet)] }, "subnetIds"],
    ["mq/broker:Broker", "x", { subnetIds: [ref(subnet)] }, "subnetIds"],
    [
      "msk/cluster:Cluster",
      "x",
      { brokerNodeGroupInfo: { clientSubnets: [ref(subnet)] } },
      "brokerNodeGroupInfo",
    ],
    [
      "mwaa/environment:Environment",
      "x",
      { networkConfiguration: { subnetIds: [ref(subnet)] } },
      "networkConfiguration",
    ],
    ["emr/cluster:Cluster", "x", { ec2Attributes: { subnetId: ref(subnet) } }, "ec2Attributes"],
    ["codebuild/project:Project", "x", { vpcConfig: { subnets: [ref(subnet)] } }, "vpcConfig"],
    ["bedrock/customModel:CustomModel", "x", { vpcConfig: { subnetIds: [ref(subnet)] } }, "vpcConfig"],
    [
      "sagemaker/hyperParameterTuningJob:HyperParameterTuningJob",
      "x",
      { trainingJobDefinitions: [{ vpcConfig: { subnets: [ref(subnet)] } }] },
      "trainingJobDefinitions",
    ],
    [
      "batch/computeEnvironment:ComputeEnvironment",
      "fargate",
      { computeResources: { type: "FARGATE", subnets: [ref(subnet)] } },
      "computeResources",
    ],
    [
      "scheduler/schedule:Schedule",
      "x",
      { target: { ecsParameters: { networkConfiguration: { subnets: [ref(subnet)] } } } },
      "target",
    ],
  ] as const) {
    it(`finds ${type} in a public subnet`, () => {
      const short = type.split(":")[0] ?? "";
      violates(control, network(route(), declare(type, name, props)), [`${name} (${short}): ${property}`]);
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

  it("follows further interfaces of an instance, and those that a template names", () => {
    const eni = declare("ec2/networkInterface:NetworkInterface", "eni", { subnetId: ref(subnet) });
    const instance = declare("ec2/instance:Instance", "x", { subnetId: "subnet-0a1b2c3d" });
    const attachment = declare("ec2/networkInterfaceAttachment:NetworkInterfaceAttachment", "second", {
      instanceId: ref(instance),
      networkInterfaceId: ref(eni),
      deviceIndex: 1,
    });
    violates(control, network(route(), eni, instance, attachment), ["x (ec2/instance): subnetId"]);
    const template = declare("ec2/launchTemplate:LaunchTemplate", "t", {
      networkInterfaces: [{ networkInterfaceId: ref(eni) }],
    });
    const launched = declare("ec2/instance:Instance", "x", { launchTemplate: { id: ref(template) } });
    violates(control, network(route(), eni, template, launched), ["x (ec2/instance): launchTemplate"]);
  });

  it("finds what is in a default subnet, whose VPC leads to the internet", () => {
    const own = declare("ec2/defaultSubnet:DefaultSubnet", "a", { mapPublicIpOnLaunch: false });
    const inside = declare("sagemaker/model:Model", "scoring", { vpcConfig: { subnets: [ref(own)] } });
    violates(control, [own, inside], ["scoring (sagemaker/model): vpcConfig"]);
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

  it("follows every way in which targets are registered", () => {
    const front = declare("lb/loadBalancer:LoadBalancer", "web");
    const targets = declare("lb/targetGroup:TargetGroup", "tg");
    const listener = declare("lb/listener:Listener", "https", {
      loadBalancerArn: ref(front, "arn"),
      defaultActions: [{ type: "forward", targetGroupArn: ref(targets, "arn") }],
    });
    const behind = (...more: readonly Declared[]) => network(front, targets, listener, ...more);
    const group = declare("autoscaling/group:Group", "x", { vpcZoneIdentifiers: [ref(subnet)] });
    const source = { identifier: ref(targets, "arn"), type: "elbv2" };
    const inside = declare("autoscaling/group:Group", "x", {
      vpcZoneIdentifiers: [ref(subnet)],
      trafficSources: [source],
    });
    const beside = declare("autoscaling/trafficSourceAttachment:TrafficSourceAttachment", "a", {
      autoscalingGroupName: ref(group, "name"),
      trafficSource: source,
    });
    const found = ["x (autoscaling/group): "];
    violates(control, behind(inside), found);
    violates(control, behind(group, beside), found);
    const classic = declare("elb/loadBalancer:LoadBalancer", "old");
    const toClassic = declare("autoscaling/attachment:Attachment", "a", {
      autoscalingGroupName: ref(group, "name"),
      elb: ref(classic),
    });
    violates(control, network(group, classic, toClassic), found);
    const nodes = declare("eks/nodeGroup:NodeGroup", "x", { subnetIds: [ref(subnet)] });
    const toNodes = declare("autoscaling/attachment:Attachment", "a", {
      autoscalingGroupName: ref(nodes, "resources"),
      lbTargetGroupArn: ref(targets, "arn"),
    });
    violates(control, behind(nodes, toNodes), ["x (eks/nodeGroup): "]);
    const tasks = declare("ecs/taskSet:TaskSet", "x", {
      loadBalancers: [{ targetGroupArn: ref(targets, "arn") }],
    });
    violates(control, behind(tasks), ["x (ecs/taskSet): "]);
  });

  it("follows an accelerator, and a load balancer behind another", () => {
    const instance = declare("ec2/instance:Instance", "x", { subnetId: ref(subnet) });
    const inner = declare("lb/loadBalancer:LoadBalancer", "inner", { internal: true });
    const targets = declare("lb/targetGroup:TargetGroup", "tg");
    const listener = declare("lb/listener:Listener", "https", {
      loadBalancerArn: ref(inner, "arn"),
      defaultActions: [{ type: "forward", targetGroupArn: ref(targets, "arn") }],
    });
    const attachment = declare("lb/targetGroupAttachment:TargetGroupAttachment", "a", {
      targetGroupArn: ref(targets, "arn"),
      targetId: ref(instance),
    });
    const behind = (...more: readonly Declared[]) =>
      network(instance, inner, targets, listener, attachment, ...more);
    const endpoint = (endpointId: unknown) =>
      declare("globalaccelerator/endpointGroup:EndpointGroup", "edge", {
        endpointConfigurations: [{ endpointId }],
      });
    const found = ["x (ec2/instance): "];
    passes(control, behind());
    violates(control, network(instance, endpoint(ref(instance))), found);
    violates(control, behind(endpoint(ref(inner, "arn"))), found);
    const outer = declare("lb/loadBalancer:LoadBalancer", "outer", { loadBalancerType: "network" });
    const first = declare("lb/targetGroup:TargetGroup", "first", { targetType: "alb" });
    const outerListener = declare("lb/listener:Listener", "tls", {
      loadBalancerArn: ref(outer, "arn"),
      defaultActions: [{ type: "forward", targetGroupArn: ref(first, "arn") }],
    });
    const toInner = declare("lb/targetGroupAttachment:TargetGroupAttachment", "b", {
      targetGroupArn: ref(first, "arn"),
      targetId: ref(inner, "arn"),
    });
    violates(control, behind(outer, first, outerListener, toInner), found);
    assert.deepEqual(pathOf(behind(outer, first, outerListener, toInner)), [
      "internet",
      "load balancer outer",
      "listener tls",
      "target group first",
      "load balancer inner",
      "listener https",
      "target group tg",
      "x",
    ]);
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
