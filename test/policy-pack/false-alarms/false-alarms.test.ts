import assert from "node:assert/strict";
import { packInput } from "../../../cli/check/pack-input";
import { previewView, record } from "../../../local-cloud/recording";
import { judge, type Report } from "../../../policy-pack/judge";
import { resourceLabel } from "../../../policy-pack/core/urn";
import { PROGRAMS } from ".";

const alarms = ({ violations }: Report): readonly string[] =>
  violations.map(
    ({ control, level, urn, property, found, required }) =>
      `${control} (${level}) ${resourceLabel(urn)} ${property}: found ${found}, required ${required}`,
  );

describe("well-made programs, judged as prod or as what they are for", () => {
  for (const { name, run, stack = "prod" } of PROGRAMS) {
    it(`${name}: nothing is wrong, and a preview sees nothing wrong`, async () => {
      const { resources } = await record(() => Promise.resolve(run()), { stack });
      const aws = resources.filter(({ type }) => type.startsWith("aws:"));
      assert.ok(aws.length >= 8, `${aws.length} resources are no program`);
      const known = judge(packInput(resources), { preview: false });
      const preview = judge(packInput(previewView(resources)), { preview: true });
      assert.ok(known.controls.judged.length >= 8, "hardly any control had anything to judge");
      assert.deepEqual(alarms(known), []);
      assert.deepEqual(alarms(preview), []);
    });
  }
});
