import { containerHostIsolated as control } from "../../../policy-pack/controls/containers/container-host-isolated";
import { declare, ref } from "../support/resources";
import { defers, passes, violates } from "../support/verdicts";

const task = (props: object) => declare("ecs/taskDefinition:TaskDefinition", "t", { ...props });
const at = (property: string) => [`t (ecs/taskDefinition): ${property}`];
const efs = (transitEncryption?: unknown) => ({
  name: "models",
  efsVolumeConfiguration: { fileSystemId: "fs-1", transitEncryption },
});

describe("container-host-isolated", () => {
  it("passes a task in spaces of its own", () => {
    passes(control, [task({})]);
    passes(control, [task({ networkMode: "awsvpc", pidMode: "task", ipcMode: "none" })]);
    passes(control, [task({ volumes: [{ name: "scratch" }, efs("ENABLED")] })]);
  });

  it("refuses the host's spaces", () => {
    for (const property of ["networkMode", "pidMode", "ipcMode"])
      violates(control, [task({ [property]: "host" })], at(property));
  });

  it("refuses the host's powers", () => {
    const adding = (...add: readonly string[]) =>
      task({ containerDefinitions: JSON.stringify([{ linuxParameters: { capabilities: { add } } }]) });
    const property = "containerDefinitions[0].linuxParameters.capabilities.add";
    passes(control, [adding("NET_BIND_SERVICE")]);
    violates(control, [adding("NET_BIND_SERVICE", "SYS_ADMIN")], at(`${property}[1]`));
    violates(control, [adding("all")], at(`${property}[0]`));
  });

  it("refuses the host's system files and disks, in tasks and in jobs", () => {
    for (const hostPath of ["/", "/etc", "/var/run/docker.sock", "//proc/1", "/data/../etc"])
      violates(control, [task({ volumes: [{ name: "host", hostPath }] })], at("volumes[0].hostPath"));
    for (const hostPath of ["/data", "/opt/models", "/mnt/efs"])
      passes(control, [task({ volumes: [{ name: "host", hostPath }] })]);
    const devices = (hostPath: string) =>
      task({ containerDefinitions: JSON.stringify([{ linuxParameters: { devices: [{ hostPath }] } }]) });
    passes(control, [devices("/dev/neuron0")]);
    violates(
      control,
      [devices("/dev/nvme0n1")],
      at("containerDefinitions[0].linuxParameters.devices[0].hostPath"),
    );
    const job = (props: object) => declare("batch/jobDefinition:JobDefinition", "j", { ...props });
    const inJob = (path: string) => [`j (batch/jobDefinition): ${path}`];
    const volume = (sourcePath: string) => ({ volumes: [{ name: "host", host: { sourcePath } }] });
    passes(control, [job({ containerProperties: JSON.stringify(volume("/scratch")) })]);
    violates(
      control,
      [job({ containerProperties: JSON.stringify(volume("/")) })],
      inJob("containerProperties.volumes[0].host.sourcePath"),
    );
    violates(
      control,
      [job({ ecsProperties: JSON.stringify({ taskProperties: [{ pidMode: "host" }] }) })],
      inJob("ecsProperties.taskProperties[0].pidMode"),
    );
    const pod = (path: string) => ({
      eksProperties: { podProperties: { volumes: [{ hostPath: { path } }] } },
    });
    passes(control, [job(pod("/data"))]);
    violates(control, [job(pod("/"))], inJob("eksProperties.podProperties.volumes[0].hostPath.path"));
  });

  it("reads names in either case, as the provider does", () => {
    const adding = JSON.stringify([{ LinuxParameters: { Capabilities: { Add: ["SYS_ADMIN"] } } }]);
    violates(
      control,
      [task({ containerDefinitions: adding })],
      at("containerDefinitions[0].LinuxParameters.Capabilities.Add[0]"),
    );
  });

  it("wants file systems reached over TLS", () => {
    const property = "volumes[1].efsVolumeConfiguration.transitEncryption";
    violates(control, [task({ volumes: [efs("ENABLED"), efs()] })], at(property));
    violates(control, [task({ volumes: [efs("ENABLED"), efs("DISABLED")] })], at(property));
  });

  it("waits for what is not known yet", () => {
    const value = declare("made/up:Value", "v", { mode: "host" });
    defers(control, [value, task({ pidMode: ref(value, "mode") })], at("pidMode"), at("pidMode"));
  });
});
