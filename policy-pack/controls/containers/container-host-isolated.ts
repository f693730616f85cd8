import {
  deferred,
  type Finding,
  known,
  mustBe,
  type ResourceControl,
  type Subject,
  UNSET,
  type Value,
  violation,
} from "../../core";
import { type Inner, leavesNamed } from "../../core/walk";
import { isSensitiveHostPath } from "./host-paths";

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

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const JOB = "aws:batch/jobDefinition:JobDefinition";
const NO_SYSTEM_FILES = "a folder of the task's own, not the system's";

/** Inputs by type in which containers are described: as objects, or as JSON in a string. */
const DEFINITIONS: Readonly<Record<string, readonly string[]>> = {
  [TASK]: ["containerDefinitions"],
  [JOB]: ["containerProperties", "ecsProperties", "eksProperties", "nodeProperties"],
};

/** What a description must not say, by the name of the property: https://docs.aws.amazon.com/batch/latest/APIReference/API_RegisterJobDefinition.html */
const REFUSED: Readonly<
  Record<string, { readonly refuses: (value: unknown) => boolean; readonly required: string }>
> = {
  add: {
    refuses: (capability) => MIGHTY.includes(String(capability).toUpperCase()),
    required: "no such capability",
  },
  hostPath: { refuses: isSensitiveHostPath, required: NO_SYSTEM_FILES },
  ipcMode: { refuses: (mode) => mode === "host", required: "a space of the task's own" },
  path: { refuses: isSensitiveHostPath, required: NO_SYSTEM_FILES },
  pidMode: { refuses: (mode) => mode === "host", required: "a space of the task's own" },
  sourcePath: { refuses: isSensitiveHostPath, required: NO_SYSTEM_FILES },
};

export const containerHostIsolated: ResourceControl = {
  kind: "resource",
  name: "container-host-isolated",
  description:
    "Tasks and jobs share neither network, processes, memory nor system files with their host, have none of its powers, and reach file systems over TLS.",
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
  types: Object.keys(DEFINITIONS),
  check: (subject) => [
    ...(subject.type === TASK ? judgeTask(subject) : []),
    ...(DEFINITIONS[subject.type] ?? []).flatMap((input) => judgeDefinition(subject, input)),
  ],
};

function judgeTask(task: Subject): readonly Finding[] {
  return [
    ...["networkMode", "pidMode", "ipcMode"].flatMap((property) =>
      mustBe(task, property, (mode) => mode !== "host", "a space of the task's own", { unset: true }),
    ),
    ...judgeVolumes(task),
  ];
}

/** What stands in a definition of containers, as JSON or as objects, whatever the case of its names. */
function judgeDefinition(subject: Subject, input: string): readonly Finding[] {
  const value = contentAt(subject, input);
  if (value.state === "unknown") return [deferred(subject, input)];
  return Object.entries(REFUSED).flatMap(([name, { refuses, required }]) =>
    leavesNamed(value, input, [name, name.charAt(0).toUpperCase() + name.slice(1)])
      .filter(({ path }) => !isOwnPath(path, name))
      .flatMap((leaf) => judgeLeaf(subject, leaf, refuses, required)),
  );
}

/** A path inside the container is none of the host's. */
const isOwnPath = (path: string, name: string): boolean =>
  name === "path" && !/\.hostPath\.path$/i.test(path);

function judgeLeaf(
  subject: Subject,
  { path, value }: Inner,
  refuses: (value: unknown) => boolean,
  required: string,
): readonly Finding[] {
  if (value.state === "unknown") return [deferred(subject, path)];
  return value.state === "known" && refuses(value.value) ? [violation(subject, path, value, required)] : [];
}

function contentAt({ properties }: Subject, input: string): Value {
  const value = properties.get(input);
  return value.state === "known" && typeof value.value === "string" ? parsed(value.value) : value;
}

function parsed(text: string): Value {
  try {
    return known(JSON.parse(text) as unknown);
  } catch {
    return UNSET;
  }
}

/** Unset is `DISABLED`: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html */
function judgeVolumes(task: Subject): readonly Finding[] {
  const volumes = task.properties.list("volumes");
  if (volumes.state === "unknown") return [deferred(task, "volumes")];
  if (volumes.state === "unset") return [];
  return volumes.value.flatMap(({ path, properties }): readonly Finding[] => {
    const isFine = (hostPath: unknown) => !isSensitiveHostPath(hostPath);
    const ofHost = mustBe(task, `${path}.hostPath`, isFine, NO_SYSTEM_FILES, { unset: true });
    if (properties.get("efsVolumeConfiguration").state === "unset") return ofHost;
    const property = `${path}.efsVolumeConfiguration.transitEncryption`;
    return [...ofHost, ...mustBe(task, property, (value) => value === "ENABLED", '"ENABLED"')];
  });
}
