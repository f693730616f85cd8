import { dynamodbPitrAndProtection as control } from "../../../policy-pack/controls/resilience/dynamodb-pitr-and-protection";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const table = (props: Declared["props"]) => [declare("dynamodb/table:Table", "t", props)];
const replica = (props: Declared["props"]) => [declare("dynamodb/tableReplica:TableReplica", "r", props)];
const at = (path: string) => `t (dynamodb/table): ${path}`;
const RECOVERY = { pointInTimeRecovery: { enabled: true } };
const GOOD = { ...RECOVERY, deletionProtectionEnabled: true };

describe("dynamodb-pitr-and-protection", () => {
  it("passes a table and replicas that can be restored and are protected", () => {
    const inner = { pointInTimeRecovery: true, deletionProtectionEnabled: true };
    passes(control, table(GOOD));
    passes(control, table({ ...GOOD, replicas: [{ regionName: "eu-west-1", ...inner }] }));
    passes(control, replica(inner));
  });

  it("finds the defaults, which are off", () => {
    violates(control, table({}), [at("pointInTimeRecovery.enabled"), at("deletionProtectionEnabled")]);
    violates(control, table({ ...GOOD, pointInTimeRecovery: { enabled: false } }), [
      at("pointInTimeRecovery.enabled"),
    ]);
    violates(control, replica({}), [
      "r (dynamodb/tableReplica): pointInTimeRecovery",
      "r (dynamodb/tableReplica): deletionProtectionEnabled",
    ]);
    violates(control, table({ ...GOOD, replicas: [{ regionName: "eu-west-1" }] }), [
      at("replicas[0].pointInTimeRecovery"),
      at("replicas[0].deletionProtectionEnabled"),
    ]);
  });

  it("asks for protection from deletion in prod only", () => {
    passes(control, table(RECOVERY), { tier: "staging" });
    violates(control, table(RECOVERY), [at("deletionProtectionEnabled")]);
    const half = table({ ...GOOD, replicas: [{ pointInTimeRecovery: true }] });
    passes(control, half, { tier: "staging" });
    violates(control, half, [at("replicas[0].deletionProtectionEnabled")]);
  });

  it("waits for a switch that is not known yet", () => {
    const value = declare("made/up:Value", "v", { on: false });
    const unknown = table({ ...GOOD, deletionProtectionEnabled: ref(value, "on") });
    const line = [at("deletionProtectionEnabled")];
    defers(control, [value, ...unknown], line, line);
    notApplicable(control, [key]);
  });
});
