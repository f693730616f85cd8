import {
  deferred,
  type Finding,
  isTrue,
  mustBe,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";
import { type Inner, leavesNamed } from "../../core/walk";
import { jsonOf } from "../../sagemaker/json-property";

/** Inputs by type, below which somewhere stands whether a task gets a public address. Unset, it gets none. */
const NETWORKS: Readonly<Record<string, readonly string[]>> = {
  "aws:cloudwatch/eventTarget:EventTarget": ["ecsTarget"],
  "aws:ecs/service:Service": ["networkConfiguration"],
  "aws:ecs/taskSet:TaskSet": ["networkConfiguration"],
  "aws:pipes/pipe:Pipe": ["targetParameters"],
  "aws:scheduler/schedule:Schedule": ["target"],
};

/** Inputs by type with JSON in which it stands. */
const DEFINITIONS: Readonly<Record<string, readonly string[]>> = {
  "aws:batch/jobDefinition:JobDefinition": ["containerProperties", "ecsProperties", "nodeProperties"],
  "aws:scheduler/schedule:Schedule": ["target.input"],
  "aws:sfn/stateMachine:StateMachine": ["definition"],
};

const APP_RUNNER = "aws:apprunner/service:Service";
const INGRESS = "networkConfiguration.ingressConfiguration.isPubliclyAccessible";

/** An express service stands in public subnets of the default VPC, with a public load balancer, unless it names others. */
const EXPRESS = "aws:ecs/expressGatewayService:ExpressGatewayService";

/** By these a task, or an instance that a state machine starts, asks for an address; the last is chosen when it starts. */
const NAMES = ["assignPublicIp", "AssignPublicIp", "AssociatePublicIpAddress", "AssignPublicIp.$"];

/** Managed machines by the switch that puts them on the internet, and what it must not be. Unset, they are not. */
const SWITCHES: Readonly<Record<string, readonly [property: string, refuses: (value: unknown) => boolean]>> =
  {
    "aws:appstream/fleet:Fleet": ["enableDefaultInternetAccess", isTrue],
    "aws:appstream/imageBuilder:ImageBuilder": ["enableDefaultInternetAccess", isTrue],
    "aws:mwaa/environment:Environment": ["webserverAccessMode", (mode) => mode === "PUBLIC_ONLY"],
    "aws:workspaces/directory:Directory": ["workspaceCreationProperties.enableInternetAccess", isTrue],
  };

/** Machines and services of Lightsail have public addresses and stand in a network of Amazon's own. */
const ALWAYS_PUBLIC = [
  "aws:lightsail/containerService:ContainerService",
  "aws:lightsail/instance:Instance",
  "aws:lightsail/instancePublicPorts:InstancePublicPorts",
  "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion",
];

export const containerNoPublicIp: ResourceControl = {
  kind: "resource",
  name: "container-no-public-ip",
  description:
    "No task, job or service of containers, and no managed desktop or workflow server, gets an address on the internet.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "With a public address the task is reached past the load balancer, and sends what it reads past the firewall.",
  fix: {
    text: "Run tasks in private subnets without a public address; images come through the endpoints of ECR.",
    code: `new ecs.Service("ranking", {
  ..., networkConfiguration: { subnets: privateSubnetIds, securityGroups: [group.id], assignPublicIp: false },
});`,
  },
  frameworks: {
    nist: ["AC-4", "AC-4(21)", "SC-7", "SC-7(3)", "SC-7(9)"],
    fsbp: ["ECS.2", "ECS.16"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_333"],
  },
  types: [
    ...new Set([...Object.keys(NETWORKS), ...Object.keys(DEFINITIONS)]),
    APP_RUNNER,
    EXPRESS,
    ...Object.keys(SWITCHES),
    ...ALWAYS_PUBLIC,
  ],
  check: (subject) => {
    if (ALWAYS_PUBLIC.includes(subject.type))
      return [violation(subject, "", "a machine of Lightsail", "a task or instance in private subnets")];
    if (subject.type === APP_RUNNER)
      // App Runner is public unless it is told otherwise.
      return mustBe(subject, INGRESS, (value) => value === false, "false, and a VPC ingress connection");
    if (subject.type === EXPRESS) return judgeExpress(subject);
    const managed = SWITCHES[subject.type];
    if (managed !== undefined) {
      const [property, refuses] = managed;
      const isPrivate = (value: unknown) => !refuses(value);
      return mustBe(subject, property, isPrivate, "no access from the internet", { unset: true });
    }
    return [
      ...(NETWORKS[subject.type] ?? []).flatMap((input) => judgeNetwork(subject, input)),
      ...(DEFINITIONS[subject.type] ?? []).flatMap((input) => judgeDefinition(subject, input)),
    ];
  },
};

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html */
function judgeExpress(service: Subject): readonly Finding[] {
  const networks = service.properties.list("networkConfigurations");
  if (networks.state === "unknown") return [deferred(service, "networkConfigurations")];
  const names = (networks.state === "known" ? networks.value : []).map(({ properties }) =>
    properties.get("subnets"),
  );
  return names.some(({ state }) => state !== "unset")
    ? []
    : [violation(service, "networkConfigurations", networks, "private subnets")];
}

/** What a state machine takes from its input: `"AssignPublicIp.$"`, or an expression `{% … %}`. */
const isChosen = ({ path, value }: Inner): boolean =>
  /\.\$("\])?$/.test(path) || (value.state === "known" && /^\s*\{%.*%\}\s*$/s.test(String(value.value)));

function judgeNetwork(subject: Subject, input: string): readonly Finding[] {
  return judgeLeaves(subject, subject.properties.get(input), input);
}

function judgeDefinition(subject: Subject, input: string): readonly Finding[] {
  const definition = jsonOf(subject, input);
  if (definition.state === "unknown") return [deferred(subject, input)];
  return definition.state === "read"
    ? judgeLeaves(subject, { state: "known", value: definition.value }, input)
    : [];
}

function judgeLeaves(
  subject: Subject,
  value: Parameters<typeof leavesNamed>[0],
  path: string,
): readonly Finding[] {
  if (value.state === "unknown") return [deferred(subject, path)];
  return leavesNamed(value, path, NAMES).flatMap((leaf): readonly Finding[] => {
    if (leaf.value.state === "unknown" || isChosen(leaf)) return [deferred(subject, leaf.path)];
    const isPublic = leaf.value.state === "known" && /^(true|enabled)$/i.test(String(leaf.value.value));
    return isPublic ? [violation(subject, leaf.path, leaf.value, "no public address")] : [];
  });
}
