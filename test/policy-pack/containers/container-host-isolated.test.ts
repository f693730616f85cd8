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
