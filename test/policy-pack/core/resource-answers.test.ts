import assert from "node:assert/strict";
import type { ResourceControl, Tier } from "../../../policy-pack/contract/control";
import { type Court, answersForResources } from "../../../policy-pack/core/resource-answers";
import { judgeStack } from "../../../policy-pack/core/judge-stack";
import { NO_EXCEPTIONS } from "../../../policy-pack/exceptions/record";
import { broken, redKeys } from "../support/made-up-controls";
import { realise } from "../support/realise";
import { declare, ref } from "../support/resources";
import { SETTINGS } from "../support/verdicts";

/** The made-up control, and the names of the resources that it was asked about. */
function counted(): { control: ResourceControl; asked: string[] } {
  const asked: string[] = [];
  const check: ResourceControl["check"] = (subject, context) => {
    asked.push(`${subject.name} in ${context.tier}`);
    return redKeys.check(subject, context);
  };
  return { control: { ...redKeys, check }, asked };
}

const NOW = new Date("2026-06-01T12:00:00Z");
const key = (colour: unknown, name: string) => declare("kms/key:Key", name, { colour }, { stack: "dev" });
const inDev = (): Tier => "dev";

describe("answers for resources", () => {
  it("asks once about a resource that two views share, and again about one that they don't", () => {
    const { control, asked } = counted();
    const court: Court = { controls: [control], settings: SETTINGS, now: NOW };
    const [shared, known] = realise([key("blue", "shared"), key("red", "other")], "known");
    const [hidden] = realise([key("green", "other")], "known");
    assert.ok(shared !== undefined && known !== undefined && hidden !== undefined);
    const first = answersForResources([shared, known], court, inDev);
    const second = answersForResources([shared, hidden], { ...court, now: new Date(NOW) }, inDev);
    assert.deepEqual(asked, ["shared in dev", "other in dev", "other in dev"]);
    const found = (answers: typeof first) =>
      (answers.found.get(control) ?? []).flatMap(({ verdict }) =>
        verdict === "not-applicable" ? [] : verdict.map((each) => ("found" in each ? each.found : "")),
      );
    assert.deepEqual(found(first), ['"blue"']);
    assert.deepEqual(found(second), ['"blue"', '"green"']);
  });

  it("asks again in another tier, on another day, by other settings and of other controls", () => {
    const { control, asked } = counted();
    const controls = [control];
    const court: Court = { controls, settings: SETTINGS, now: NOW };
    const resources = realise([key("blue", "k")], "known");
    const ask = (more: Partial<Court> = {}, tier: Tier = "dev") =>
      answersForResources(resources, { ...court, ...more }, () => tier);
    ask();
    ask();
    assert.deepEqual(asked, ["k in dev"]);
    ask({}, "prod");
    assert.deepEqual(asked, ["k in dev", "k in prod"]);
    ask();
    ask({ now: new Date("2026-06-02T12:00:00Z") });
    ask({ settings: { ...SETTINGS } });
    ask({ controls: [control, broken] });
    assert.deepEqual(asked, ["k in dev", "k in prod", "k in dev", "k in dev", "k in dev", "k in dev"]);
  });

  it("counts what had something to judge, and keeps only what found something", () => {
    const resources = realise([key("red", "k"), declare("s3/bucket:Bucket", "b", {})], "known");
    const answers = answersForResources(
      resources,
      { controls: [redKeys], settings: SETTINGS, now: NOW },
      inDev,
    );
    assert.deepEqual([...answers.judged], [redKeys]);
    assert.deepEqual([...answers.found], []);
  });

  it("lets the same unknown wait in a preview and refuses it afterwards, whichever is judged first", () => {
    const parameter = declare("ssm/parameter:Parameter", "p", {}, { stack: "dev" });
    const bench = { controls: [redKeys], settings: SETTINGS, exceptions: NO_EXCEPTIONS, now: NOW };
    for (const order of [
      [true, false],
      [false, true],
    ]) {
      const resources = realise([parameter, key(ref(parameter, "value"), "k")], "unknown");
      const told = order.map((preview) => {
        const { violations, deferred } = judgeStack(resources, { ...bench, preview });
        return { preview, violations: violations.length, deferred: deferred.length };
      });
      assert.deepEqual(
        told,
        order.map((preview) => ({ preview, violations: preview ? 0 : 1, deferred: preview ? 1 : 0 })),
      );
    }
  });
});
