import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import { insertTeam } from "../../cli/team/edit/insert-team";
import { markOffboarding } from "../../cli/team/edit/mark-offboarding";
import { removeTeam } from "../../cli/team/edit/remove-team";

const ROOT = path.join(__dirname, "../..");
const TEAM = { costCenter: "CC-1005", owners: ["a@example.com"], networkSlot: 4 };
const ODD = `# A head.
config:
    mlplatform:environment: {tier: dev,   account: "dev"} # kept
    mlplatform:teams:   # the teams

        # Above fraud.
        fraud:
            owners: [ "a@example.com",
                      'b@example.com' ]   # odd spacing
            # Inside fraud.
            notes: |
              several
              lines

        # Above vision.
        vision:
            costCenter:   CC-1   # trailing
            # The last word of vision.
    # After the teams.
    aws:region:    eu-west-1
# A tail.
`;

type Config = { readonly config: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
const teams = (text: string) => (parse(text) as Config).config["mlplatform:teams"];

/** The lines that `after` has and `before` has not; fails when `before` is not all there, in its order. */
function added(before: string, after: string): string[] {
  const old = before.split("\n");
  const extra = after.split("\n").filter((line) => {
    if (line !== old[0]) return true;
    old.shift();
    return false;
  });
  assert.deepEqual(old, [], "lines are missing");
  return extra;
}

describe("adding a team to a stack file", () => {
  it("only adds lines, after the last team and what is said of it", () => {
    const after = insertTeam(ODD, "imaging", TEAM);
    assert.deepEqual(added(ODD, after), [
      "",
      "        imaging:",
      "            costCenter: CC-1005",
      "            owners: [a@example.com]",
      "            networkSlot: 4",
    ]);
    assert.ok(after.includes("            # The last word of vision.\n\n        imaging:\n"));
    assert.ok(after.includes("            networkSlot: 4\n    # After the teams.\n"));
    assert.deepEqual(teams(after), { ...teams(ODD), imaging: TEAM });
  });

  it("keeps the file's line endings, and copes with a missing last one", () => {
    const after = insertTeam(ODD.replaceAll("\n", "\r\n"), "imaging", TEAM);
    assert.equal(after, insertTeam(ODD, "imaging", TEAM).replaceAll("\n", "\r\n"));
    const unended = "config:\n  mlplatform:teams:\n    a:\n      b: 1";
    assert.equal(insertTeam(unended, "c", { d: 2 }), `${unended}\n\n    c:\n      d: 2\n`);
  });

  it("begins the teams where there are none yet, with {} or nothing behind the key", () => {
    for (const none of ["", " {}", "  { }"]) {
      const before = `config:\n  mlplatform:teams:${none} # none\n  a:b: 1\n`;
      const after = "config:\n  mlplatform:teams: # none\n    c:\n      d: 2\n  a:b: 1\n";
      assert.equal(insertTeam(before, "c", { d: 2 }), after);
    }
  });

  it("quotes what YAML would read as something else", () => {
    const after = insertTeam("config:\n  mlplatform:teams: {}\n", "true", { costCenter: "0x1", budget: 1.5 });
    assert.deepEqual(teams(after), { true: { costCenter: "0x1", budget: 1.5 } });
    assert.ok(after.includes('    "true":\n      costCenter: "0x1"\n'));
  });

  it("refuses a file that is not written line by line", () => {
    assert.throws(
      () => insertTeam("config:\n  mlplatform:teams: { a: { b: 1 } }\n", "c", {}),
      /the teams stand in braces/,
    );
    assert.throws(
      () => insertTeam("config:\n  mlplatform:teams:\n    a: { b: 1 }\n", "c", {}),
      /the team a stand in braces/,
    );
    assert.throws(() => insertTeam("config: {}\n", "c", {}), /There is no "mlplatform:teams"/);
  });
});

describe("removing a team from a stack file", () => {
  it("first adds one line to it", () => {
    assert.deepEqual(added(ODD, markOffboarding(ODD, "vision")), ["            state: offboarding"]);
    assert.deepEqual(teams(markOffboarding(ODD, "vision"))?.["vision"], {
      state: "offboarding",
      costCenter: "CC-1",
    });
  });

  it("or changes the one word, where its state is written", () => {
    const before = "config:\n  mlplatform:teams:\n    a:\n      b: 1\n      state:  active # now\n";
    assert.equal(markOffboarding(before, "a"), before.replace("active", "offboarding"));
  });

  it("then takes out its lines, with the comment above it and nothing else", () => {
    const without = removeTeam(ODD, "vision");
    assert.deepEqual(added(without, ODD), [
      "",
      "        # Above vision.",
      "        vision:",
      "            costCenter:   CC-1   # trailing",
      "            # The last word of vision.",
    ]);
    assert.deepEqual(Object.keys(teams(without) ?? {}), ["fraud"]);
    assert.deepEqual(Object.keys(teams(removeTeam(ODD, "fraud")) ?? {}), ["vision"]);
    assert.deepEqual(teams(removeTeam(without, "fraud")), {});
  });

  it("refuses a team that is not there", () => {
    assert.throws(() => markOffboarding(ODD, "nobody"), /There is no team "nobody"/);
    assert.throws(() => removeTeam(ODD, "constructor"), /There is no team "constructor"/);
  });
});

describe("a round trip", () => {
  const files = ["Pulumi.dev.yaml", "Pulumi.staging.yaml", "Pulumi.prod.yaml"].map((file) =>
    readFileSync(path.join(ROOT, file), "utf8"),
  );
  const names = fc
    .stringMatching(/^[a-z][a-z0-9]{0,14}$/)
    .filter((name) => !["fraud", "vision", "checkout"].includes(name));

  it("of adding and removing leaves every file as it was, byte for byte", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(ODD, ODD.replaceAll("\n", "\r\n"), ...files),
        fc.uniqueArray(names, { minLength: 1, maxLength: 3 }),
        (text, all) => {
          const grown = all.reduce((now, name) => insertTeam(now, name, TEAM), text);
          assert.deepEqual(teams(grown), {
            ...teams(text),
            ...Object.fromEntries(all.map((name) => [name, TEAM])),
          });
          assert.equal(
            [...all].reverse().reduce((now, name) => removeTeam(now, name), grown),
            text,
          );
          assert.equal(
            all.reduce((now, name) => removeTeam(now, name), grown),
            text,
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
