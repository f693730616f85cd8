import assert from "node:assert/strict";
import fc from "fast-check";
import type { Team } from "../../../config";
import { fullTeam, plainTeam } from "../support/fixtures";
import type { Components } from "../support/run";
import { runWorkspaces } from "../support/workspaces";

/** Every resource's inputs and options, by URN. */
const picture = ({ recording }: Components) =>
  new Map(
    recording.resources.map(({ urn, inputs, options, propertyDependencies }) => [
      urn,
      JSON.stringify([inputs, options, propertyDependencies]),
    ]),
  );

/** A resource belongs to the team whose component it is in: every logical name begins with the team's. */
const teamOf = (urn: string, names: readonly string[]) =>
  names.find((name) => urn.split("::").at(-1)?.split("-")[0] === name);

const TEAMS: Readonly<Record<string, Team>> = {
  ads: plainTeam(0),
  fraud: fullTeam(1),
  search: plainTeam(2, { secrets: fullTeam(2).secrets }),
  vision: plainTeam(3, { models: fullTeam(3).models }),
};
const NAMES = Object.keys(TEAMS);

describe("a team's coming and going", () => {
  it("changes no resource of any other team, in whatever order the teams are written", async () => {
    const before = picture(await runWorkspaces(TEAMS));
    const subsets = fc.shuffledSubarray(NAMES, { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(subsets, async (kept) => {
        const teams = Object.fromEntries(kept.map((name) => [name, TEAMS[name] as Team]));
        const after = picture(await runWorkspaces(teams));
        const expected = [...before].filter(([urn]) => {
          const owner = teamOf(urn, NAMES);
          return owner === undefined || kept.includes(owner);
        });
        assert.deepEqual([...after].sort(), expected.sort());
      }),
      { numRuns: 5 },
    );
  }).timeout(120_000);

  it("letting another team call a model adds one policy, and changes nothing", async () => {
    const models = (callers: string[]) => ({
      scorer: { ...(fullTeam(0).models["scorer"] as Team["models"][string]), callers },
    });
    const before = picture(
      await runWorkspaces({ fraud: plainTeam(0, { models: models([]) }), search: plainTeam(1) }),
    );
    const after = picture(
      await runWorkspaces({ fraud: plainTeam(0, { models: models(["search"]) }), search: plainTeam(1) }),
    );
    const added = [...after.keys()].filter((urn) => !before.has(urn));
    assert.deepEqual(added, [
      "urn:pulumi:dev::mlplatform::mlplatform:team-workspace:InferenceCallers$aws:iam/rolePolicy:RolePolicy::fraud-scorer-callers-search",
    ]);
    for (const [urn, before_] of before) assert.equal(after.get(urn), before_);
  });
});
