import assert from "node:assert/strict";
import type { RawResource } from "../../../policy-pack/contract/subject";
import { CONTROLS } from "../../../policy-pack/controls";
import { parseUrn } from "../../../policy-pack/core/urn";
import { judgeStack } from "../../../policy-pack/core/judge-stack";
import { subjectOf } from "../../../policy-pack/core/subject";
import { NO_EXCEPTIONS } from "../../../policy-pack/exceptions/record";
import { REMEDIATIONS, type Change, type Remediation } from "../../../policy-pack/remediation";
import { remediate } from "../../../policy-pack/remediation/apply";
import { setProperty } from "../../../policy-pack/remediation/set-property";
import { type Mode, realise, UNKNOWN_SENTINEL } from "../support/realise";
import { isReference } from "../support/resources";
import { SETTINGS } from "../support/verdicts";
import { ROWS, type Row } from "./rows";

const TAGS = { CostCenter: "CC-1234" };

const remediationOf = ({ remediation: name }: Row): Remediation => {
  const found = REMEDIATIONS.find((one) => one.name === name);
  assert.ok(found, name);
  return found;
};
const settingsOf = ({ tier = "prod" }: Row) => ({ ...SETTINGS, stackTiers: { dev: tier } });
const optionsOf = (row: Row) =>
  ({ requiredTags: SETTINGS.requiredTags, tags: TAGS, tier: row.tier ?? "prod" }) as const;

const lineOf = ({ path, value }: Change): string => `${path} = ${JSON.stringify(value)}`;
const changesIn = (row: Row, raw: RawResource): readonly Change[] =>
  remediationOf(row).changes(subjectOf(raw), optionsOf(row));

/** The row's resources as they are, the one with the mistake first. */
const realised = (row: Row, mode: Mode): readonly RawResource[] =>
  realise([row.resource, ...(row.around ?? [])], mode);

function first(resources: readonly RawResource[]): RawResource {
  const [raw] = resources;
  assert.ok(raw);
  return raw;
}

/** The resource with a property set to something else, or left out. */
function having(raw: RawResource, path: string, value: unknown): RawResource {
  const props = structuredClone(raw.props) as Record<string, unknown>;
  setProperty(props, { path, value: value as string });
  return { ...raw, props };
}

/** The properties of the row's resource that its control finds wrong. */
function wrong(row: Row, resources: readonly RawResource[]): readonly string[] {
  const name = row.control ?? remediationOf(row).controls[0];
  const control = CONTROLS.find((one) => one.name === name);
  assert.ok(control, name);
  const levels = { dev: "mandatory", staging: "mandatory", prod: "mandatory" } as const;
  const report = judgeStack(resources, {
    controls: [{ ...control, levels }],
    ...{ settings: settingsOf(row), exceptions: NO_EXCEPTIONS, now: new Date("2026-06-01"), preview: false },
  });
  return report.violations
    .filter(({ urn }) => parseUrn(urn)?.name === row.resource.name)
    .map(({ property }) => property);
}

describe("every remediation", () => {
  it("has a row here, for each of the controls that it speaks of or leaves to another row", () => {
    const covered = new Set(ROWS.map(({ remediation }) => remediation));
    assert.deepEqual(
      REMEDIATIONS.map(({ name }) => name).filter((name) => !covered.has(name)),
      [],
    );
  });

  for (const row of ROWS) {
    const props = JSON.stringify(row.resource.props, (_, value: unknown) =>
      isReference(value) ? "→" : value,
    );
    describe(`${row.remediation}: ${row.resource.type} ${props}`, () => {
      const asked = [{ remediation: remediationOf(row), tags: TAGS }];

      it("sets exactly what is wrong, in a preview too", () => {
        for (const mode of ["known", "unknown"] as const)
          assert.deepEqual(changesIn(row, first(realised(row, mode))).map(lineOf), row.changes, mode);
      });

      it("satisfies its control, but for what only a person can decide, and then has nothing more to do", () => {
        const before = realised(row, "known");
        const { resources, remediated } = remediate(before, asked, settingsOf(row));
        assert.equal(remediated.length, 1);
        assert.notDeepEqual(
          wrong(row, before),
          wrong(row, resources),
          "the control saw nothing wrong before",
        );
        assert.deepEqual([...wrong(row, resources)].sort(), [...(row.left ?? [])].sort());
        assert.deepEqual(remediate(resources, asked, settingsOf(row)).remediated, []);
        assert.deepEqual(
          first(before).props,
          first(realised(row, "known")).props,
          "the given resource is as it was",
        );
      });

      it("leaves alone what is on its way", () => {
        const raw = first(realised(row, "known"));
        for (const { path } of changesIn(row, raw)) {
          const coming = changesIn(row, having(raw, path, UNKNOWN_SENTINEL)).map((change) => change.path);
          assert.ok(!coming.includes(path), path);
          const [input = ""] = path.split(/[.[]/);
          const wholly = changesIn(row, { ...raw, props: { ...raw.props, [input]: UNKNOWN_SENTINEL } });
          assert.deepEqual(
            wholly.filter((change) => change.path.split(/[.[]/)[0] === input),
            [],
            input,
          );
        }
      });

      it("leaves alone what the program decided, where leaving it out was the mistake", () => {
        const raw = first(realised(row, "known"));
        for (const change of changesIn(row, raw)) {
          const { properties } = subjectOf(raw);
          const defaults = properties.get("__defaults");
          const isDefault = defaults.state === "known" && (defaults.value as string[]).includes(change.path);
          const wasSaid = !isDefault && properties.get(change.path).state === "known";
          assert.ok(
            !wasSaid || remediationOf(row).corrects === true,
            `${change.path} was said by the program`,
          );
          if (wasSaid || remediationOf(row).corrects === true) continue;
          const decided = having(raw, change.path, otherThan(change.value));
          assert.ok(!changesIn(row, decided).some(({ path }) => path === change.path), change.path);
        }
      });
    });
  }
});

function otherThan(value: Change["value"]): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return 1;
  return typeof value === "string" ? "another" : ["another"];
}
