import assert from "node:assert/strict";
import { packInput } from "../../../cli/check/pack-input";
import { previewView, record } from "../../../local-cloud/recording";
import type { RawResource } from "../../../policy-pack/contract/subject";
import { resourceLabel } from "../../../policy-pack/core/urn";
import { COMPANY, judge } from "../../../policy-pack/judge";
import { PROGRAMS } from ".";
import { versionsNotKnownYet } from "./not-known-yet";
import { NOW } from "./now";
import type { Program } from "./program";
import { REWRITINGS } from "./rewritten";

const alarmsOf =
  ({ approves }: Pick<Program, "approves">) =>
  (resources: readonly RawResource[], preview: boolean): readonly string[] =>
    judge(resources, { preview, now: NOW, settings: { ...COMPANY, ...approves } }).violations.map(
      ({ control, urn, property, found }) => `${control} ${resourceLabel(urn)} ${property}: found ${found}`,
    );

describe("well-made programs, written otherwise", () => {
  for (const program of PROGRAMS) {
    const { name, run, stack } = program;
    const alarms = alarmsOf(program);
    describe(name, () => {
      let known: readonly RawResource[] = [];
      let preview: readonly RawResource[] = [];
      before(async () => {
        const { resources } = await record(() => Promise.resolve(run()), { stack: stack ?? "prod" });
        [known, preview] = [packInput(resources), packInput(previewView(resources))];
      });

      for (const [way, rewrite] of Object.entries(REWRITINGS)) {
        it(`${way}: nothing is wrong`, () => {
          assert.deepEqual(alarms(rewrite(known), false), []);
          assert.deepEqual(alarms(rewrite(preview), true), []);
        });
      }

      it("whatever of it is not known yet, a preview sees nothing wrong", () => {
        const found = versionsNotKnownYet(preview).flatMap((version) => alarms(version, true));
        assert.deepEqual(found, []);
      });
    });
  }
});
