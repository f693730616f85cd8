/** A type that launches instances, and where it says how. Property names are the resource's own inputs. */
export interface Launcher {
  readonly type: string;
  /** Inputs inside which an instance type, a family or requirements may stand. */
  readonly types: readonly string[];
  /** Inputs inside which subnets may be named. */
  readonly subnets: readonly string[];
  /** Inputs inside which a launch template, or configuration, may be named. */
  readonly templates: readonly string[];
  /** Inputs inside which `associatePublicIpAddress` may stand. */
  readonly flags: readonly string[];
  /** Inputs that hand the instance a network interface which exists already, and so gets no address at launch. */
  readonly interfaces: readonly string[];
}

const INSTANCE: Omit<Launcher, "type"> = {
  types: ["instanceType"],
  subnets: ["subnetId"],
  templates: ["launchTemplate"],
  flags: ["associatePublicIpAddress"],
  interfaces: ["primaryNetworkInterface", "networkInterfaces"],
};

const GROUP: Omit<Launcher, "type"> = {
  types: ["mixedInstancesPolicy"],
  subnets: ["vpcZoneIdentifiers"],
  templates: ["launchTemplate", "launchConfiguration", "mixedInstancesPolicy"],
  flags: [],
  interfaces: [],
};

/** What cannot say anything about addresses itself, and leaves them to its subnets. */
const BY_SUBNET_ALONE = { templates: [], flags: [], interfaces: [] } as const;

/** Everything that launches EC2 instances in an account of one's own. */
export const LAUNCHERS: readonly Launcher[] = [
  { type: "aws:ec2/instance:Instance", ...INSTANCE },
  { type: "aws:ec2/spotInstanceRequest:SpotInstanceRequest", ...INSTANCE },
  { type: "aws:autoscaling/group:Group", ...GROUP },
  {
    type: "aws:eks/nodeGroup:NodeGroup",
    types: ["instanceTypes"],
    subnets: ["subnetIds"],
    templates: ["launchTemplate"],
    flags: [],
    interfaces: [],
  },
  {
    type: "aws:batch/computeEnvironment:ComputeEnvironment",
    types: ["computeResources"],
    subnets: ["computeResources"],
    templates: ["computeResources"],
    flags: [],
    interfaces: [],
  },
  {
    type: "aws:ec2/fleet:Fleet",
    types: ["launchTemplateConfigs"],
    subnets: ["launchTemplateConfigs"],
    templates: ["launchTemplateConfigs"],
    flags: [],
    interfaces: [],
  },
  {
    type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
    types: ["launchSpecifications", "launchTemplateConfigs"],
    subnets: ["launchSpecifications", "launchTemplateConfigs"],
    templates: ["launchTemplateConfigs"],
    flags: ["launchSpecifications"],
    interfaces: [],
  },
  {
    type: "aws:emr/cluster:Cluster",
    types: ["masterInstanceGroup", "coreInstanceGroup", "masterInstanceFleet", "coreInstanceFleet"],
    subnets: ["ec2Attributes"],
    ...BY_SUBNET_ALONE,
  },
  {
    type: "aws:ecs/capacityProvider:CapacityProvider",
    types: ["managedInstancesProvider"],
    subnets: ["managedInstancesProvider"],
    ...BY_SUBNET_ALONE,
  },
  {
    type: "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
    types: ["instanceTypes"],
    subnets: ["subnetId"],
    ...BY_SUBNET_ALONE,
  },
  {
    type: "aws:cloud9/environmentEC2:EnvironmentEC2",
    types: ["instanceType"],
    subnets: ["subnetId"],
    ...BY_SUBNET_ALONE,
  },
];

export const TEMPLATE_TYPES = [
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
] as const;

/** Where launch templates and configurations say what launchers may leave to them. */
export const TEMPLATE: Omit<Launcher, "type" | "templates"> = {
  types: ["instanceType", "instanceRequirements"],
  subnets: ["networkInterfaces"],
  flags: ["networkInterfaces", "associatePublicIpAddress"],
  interfaces: [],
};
