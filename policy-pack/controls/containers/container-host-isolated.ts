import { deferred, type Finding, mustBe, type ResourceControl, type Subject, violation } from "../../core";
import { leavesNamed } from "../../core/walk";

/** Capabilities with which a container does what it likes on its host. */
const MIGHTY = [
  "ALL",
  "SYS_ADMIN",
  "SYS_MODULE",
  "SYS_PTRACE",
  "SYS_RAWIO",
  "NET_ADMIN",
  "DAC_READ_SEARCH",
  "BPF",
];

export const containerHostIsolated: ResourceControl = {
  kind: "resource",
  name: "container-host-isolated",
  description:
    "Tasks share neither network, processes nor memory with their host, have none of its powers, and reach file systems over TLS.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A task in the host's network or process space reads the other tasks' traffic, memory and credentials.",
  fix: {
    text: "Use the awsvpc network mode, leave pidMode and ipcMode unset, add no capabilities, and encrypt EFS in transit.",
    code: `new ecs.TaskDefinition("ranking", {
  ..., networkMode: "awsvpc",
  volumes: [{ name: "models", efsVolumeConfiguration: { fileSystemId, transitEncryption: "ENABLED" } }],
});`,
  },
  frameworks: {
    nist: ["AC-4", "AC-6", "CM-7", "SC-8", "SC-39"],
    fsbp: ["ECS.3", "ECS.4"],
    checkov: ["CKV_AWS_97", "CKV_AWS_335"],
  },
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  check: (task) => [
    ...["networkMode", "pidMode", "ipcMode"].flatMap((property) =>
      mustBe(task, property, (mode) => mode !== "host", "a space of the task's own", { unset: true }),
    ),
    ...judgeCapabilities(task),
    ...judgeVolumes(task),
  ],
};

function judgeCapabilities(task: Subject): readonly Finding[] {
  const property = "containerDefinitions";
  const text = task.properties.get(property);
  if (text.state === "unknown") return [deferred(task, property)];
  if (text.state === "unset" || typeof text.value !== "string") return [];
  const value = { state: "known", value: parsed(text.value) } as const;
  return leavesNamed(value, property, ["add"]).flatMap((leaf) =>
    leaf.value.state === "known" && MIGHTY.includes(String(leaf.value.value).toUpperCase())
      ? [violation(task, leaf.path, leaf.value, "no such capability")]
      : [],
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Unset is `DISABLED`: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html */
function judgeVolumes(task: Subject): readonly Finding[] {
  const volumes = task.properties.list("volumes");
  if (volumes.state === "unknown") return [deferred(task, "volumes")];
  if (volumes.state === "unset") return [];
  return volumes.value.flatMap(({ path, properties }): readonly Finding[] => {
    if (properties.get("efsVolumeConfiguration").state === "unset") return [];
    const property = `${path}.efsVolumeConfiguration.transitEncryption`;
    return mustBe(task, property, (value) => value === "ENABLED", '"ENABLED"');
  });
}
