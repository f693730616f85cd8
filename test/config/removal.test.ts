import assert from "node:assert/strict";
import { moveProblems, POSTURES, removalProblems } from "../../config";

const active = { state: "active", networkSlot: 0, account: undefined } as const;
const offboarding = { ...active, state: "offboarding" } as const;

describe("removing a team", () => {
  const removed = (previous: typeof active | typeof offboarding, tier: keyof typeof POSTURES) =>
    removalProblems({ previous: { fraud: previous }, next: {}, posture: POSTURES[tier] });

  it("takes two changes where the tier protects data", () => {
    assert.deepEqual(removed(active, "prod"), [
      {
        path: "mlplatform:teams.fraud",
        found: "the removal of an active team, whose data prod protects",
        expected: '"state: offboarding" to be deployed first',
        fix: 'Put fraud back with "state: offboarding", deploy that, and remove the team then.',
      },
    ]);
    assert.deepEqual(
      removed(active, "staging").map(({ path }) => path),
      ["mlplatform:teams.fraud"],
    );
    assert.deepEqual(removed(offboarding, "prod"), []);
    assert.deepEqual(removed(offboarding, "staging"), []);
  });

  it("takes one change in dev", () => {
    assert.deepEqual(removed(active, "dev"), []);
  });

  it("is none when the team stays, and never concerns a new team", () => {
    const { prod: posture } = POSTURES;
    assert.deepEqual(
      removalProblems({ previous: { fraud: active }, next: { fraud: offboarding }, posture }),
      [],
    );
    assert.deepEqual(removalProblems({ previous: {}, next: { fraud: active }, posture }), []);
    assert.equal(removalProblems({ previous: { constructor: active }, next: {}, posture }).length, 1);
  });
});

describe("moving a team", () => {
  const moved = (
    next: typeof active | { state: "active"; networkSlot: number; account: string | undefined },
  ) => moveProblems({ previous: { fraud: active }, next: { fraud: next }, posture: POSTURES.dev });

  it("to another slot or account is refused", () => {
    assert.deepEqual(moved(active), []);
    assert.deepEqual(
      moved({ state: "active", networkSlot: 3, account: "dev-credit" }).map(({ path, found }) => [
        path,
        found,
      ]),
      [
        ["mlplatform:teams.fraud.networkSlot", "3, which was 0"],
        ["mlplatform:teams.fraud.account", "dev-credit, which was nothing"],
      ],
    );
  });
});
