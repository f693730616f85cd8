import assert from "node:assert/strict";
import { packInput } from "../../../cli/check/pack-input";
import { previewView, record, type RecordedResource } from "../../../local-cloud/recording";
import { resourceLabel } from "../../../policy-pack/core/urn";
import { COMPANY, judge } from "../../../policy-pack/judge";
import { PROGRAMS } from ".";
import { inTier } from "./in-tier";
import { NOW } from "./now";
import type { Program } from "./program";

const TIERS = ["prod", "staging", "dev"] as const;

/** What alarms, with the tier and the view in which it does. At least some controls have something to judge. */
function alarms(
  { approves }: Pick<Program, "approves">,
  resources: readonly RecordedResource[],
  tier: (typeof TIERS)[number],
  preview: boolean,
) {
  const input = packInput(preview ? previewView(resources) : resources);
  const { violations, controls } = judge(tier === "prod" ? input : inTier(tier, input), {
    preview,
    now: NOW,
    settings: { ...COMPANY, ...approves },
  });
  assert.ok(controls.judged.length >= 8, "hardly any control had anything to judge");
  return violations.map(
    ({ control, level, urn, property, found, required }) =>
      `${tier}${preview ? ", at preview" : ""}: ${control} (${level}) ${resourceLabel(urn)} ${property}: found ${found}, required ${required}`,
  );
}

describe("well-made programs, in every tier that they are for", () => {
  for (const program of PROGRAMS) {
    const { name, run, stack } = program;
    it(`${name}: nothing is wrong, and a preview sees nothing wrong`, async () => {
      const { resources } = await record(() => Promise.resolve(run()), { stack: stack ?? "prod" });
      const aws = resources.filter(({ type }) => type.startsWith("aws:"));
      assert.ok(aws.length >= 8, `${aws.length} resources are no program`);
      // What is made for dev stays there; it names the accounts and tags of dev itself.
      const found = TIERS.filter((tier) => stack !== "dev" || tier === "dev").flatMap((tier) =>
        [false, true].flatMap((preview) => alarms(program, resources, tier, preview)),
      );
      assert.deepEqual(found, []);
    });
  }
});
