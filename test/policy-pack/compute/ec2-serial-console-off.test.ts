import { ec2SerialConsoleOff as control } from "../../../policy-pack/controls/compute/ec2-serial-console-off";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const serialConsole = (props: Readonly<Record<string, unknown>> = {}) =>
  declare("ec2/serialConsoleAccess:SerialConsoleAccess", "c", props);
const FOUND = ["c (ec2/serialConsoleAccess): enabled"];

describe("ec2-serial-console-off", () => {
  it("passes one that is off", () => {
    passes(control, [serialConsole({ enabled: false })]);
    passes(control, [serialConsole({ enabled: "false" })]);
  });

  it("finds one that is on, also by saying nothing", () => {
    violates(control, [serialConsole({ enabled: true })], FOUND);
    violates(control, [serialConsole()], FOUND);
    violates(control, [serialConsole({ enabled: null })], FOUND);
  });

  it("waits for a value that is not known yet", () => {
    const parameter = declare("ssm/parameter:Parameter", "p", { value: true });
    defers(control, [parameter, serialConsole({ enabled: ref(parameter, "value") })], FOUND, FOUND);
  });

  it("has nothing to judge in an account that leaves AWS's default, which is off", () => {
    notApplicable(control, [declare("ec2/instance:Instance", "worker")]);
  });
});
