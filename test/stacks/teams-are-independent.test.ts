import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { EnvironmentSettings, Team, Teams } from "../../config";
import type { RecordedResource, Recording } from "../../local-cloud/recording";
import {
  ENVIRONMENTS,
  exampleEnvironment,
  outermostComponents,
  recordEnvironment,
  recordStack,
} from "./support/record-stack";

const NEWCOMER = "newcomer";

/** A change of the list of teams: who leaves, in which order the others are written, and whether one comes. */
interface Change {
  readonly leaving: readonly string[];
  readonly order: readonly string[];
  readonly comes: boolean;
}

function changes(teams: readonly string[]): fc.Arbitrary<Change> {
  return fc.record({
    leaving: fc.subarray([...teams], { maxLength: teams.length - 1 }),
    order: fc.shuffledSubarray([...teams], { minLength: teams.length }),
    comes: fc.boolean(),
  });
}

/** The settings after the change. Who leaves is also no longer named as a caller, as the validation demands. */
function applied(settings: EnvironmentSettings, { leaving, order, comes }: Change): EnvironmentSettings {
  const staying = order.filter((name) => !leaving.includes(name));
  const teams: Teams = Object.fromEntries(
    staying.map((name) => [name, withoutCallers(settings.teams[name] as Team, leaving)]),
  );
  const newcomer: Team = { ...(settings.teams["vision"] as Team), networkSlot: 100, costCenter: "CC-7777" };
  return { ...settings, teams: comes ? { [NEWCOMER]: newcomer, ...teams } : teams };
}

function withoutCallers(team: Team, leaving: readonly string[]): Team {
  const models = Object.entries(team.models).map(([name, model]) => [
    name,
    { ...model, callers: model.callers.filter((caller) => !leaving.includes(caller)) },
  ]);
  return { ...team, models: Object.fromEntries(models) as Team["models"] };
}

/** URNs and inputs of all that belongs neither to a team that comes or goes, nor to a grant to one. */
function untouched(recording: Recording, { leaving }: Change): Record<string, unknown> {
  const changed = [NEWCOMER, ...leaving];
  const outermost = outermostComponents(recording);
  const isTouched = (resource: RecordedResource) =>
    changed.some((team) => outermost(resource) === `TeamWorkspace ${team}`) ||
    changed.some((team) => resource.name.endsWith(`-callers-${team}`)) ||
    // The grants of one model as a group: without a caller there is none.
    resource.type === "mlplatform:team-workspace:InferenceCallers";
  return Object.fromEntries(
    recording.resources
      .filter((resource) => !isTouched(resource))
      .map(({ urn, inputs, options, provider }) => [urn, { inputs, options, provider }]),
  );
}

for (const environment of ENVIRONMENTS) {
  it(`in ${environment}, teams that come, go or are re-ordered change nothing of anyone else`, async () => {
    const settings = exampleEnvironment(environment);
    const before = await recordStack(environment);
    assert.ok(Object.keys(untouched(before, { leaving: [], order: [], comes: false })).length > 100);

    await fc.assert(
      fc.asyncProperty(changes(Object.keys(settings.teams)), async (change) => {
        const after = await recordEnvironment(applied(settings, change));
        assert.deepEqual(untouched(after, change), untouched(before, change));
      }),
      {
        numRuns: 3,
        examples: [
          [{ leaving: ["fraud"], order: ["vision", "checkout", "credit-risk", "fraud"], comes: true }],
          [{ leaving: ["checkout"], order: ["fraud", "credit-risk", "checkout", "vision"], comes: false }],
        ],
      },
    );
  }).timeout(300_000);
}
