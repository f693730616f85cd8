import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Level } from "../../../policy-pack/contract/control";
import { CONTROLS } from "../../../policy-pack/controls";
import { LEVELS, UNLISTED } from "./levels";

const folder = join(__dirname, "../../../policy-pack/controls");
const RANK: Readonly<Record<Level, number>> = { disabled: 0, advisory: 1, mandatory: 2 };

/** The files that hold a control: a control's file has its name, helpers beside it have no control in them. */
function controlFiles(): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && entry.parentPath !== folder)
    .map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.flatMap((file) =>
    Object.values(require(file) as Record<string, unknown>)
      .filter(
        (one): one is { name: string } => typeof one === "object" && one !== null && "frameworks" in one,
      )
      .map((control) => [control.name, basename(file, ".ts")] as const),
  );
  return new Map(pairs);
}

describe("the catalogue of controls", () => {
  it("is this list, with these levels in dev, staging and prod", () => {
    const found = CONTROLS.map(({ name, levels }) => {
      const letters = [levels.dev, levels.staging, levels.prod].map((level) => level.charAt(0).toUpperCase());
      return `${name} ${letters.join("/")}`;
    });
    const pinned = "the levels are pinned in levels.ts: change the line there too, where the change is meant";
    const differing = found.filter((line) => !LEVELS.includes(line));
    assert.deepEqual(differing, [], pinned);
    assert.deepEqual(found, LEVELS);
  });

  it("is never laxer in a stricter tier, and blocks or tells in prod", () => {
    for (const { name, levels } of CONTROLS) {
      assert.ok(RANK[levels.dev] <= RANK[levels.staging], `${name} is laxer in staging than in dev`);
      assert.ok(RANK[levels.staging] <= RANK[levels.prod], `${name} is laxer in prod than in staging`);
      assert.notEqual(levels.prod, "disabled", `${name} is disabled in prod`);
    }
  });

  it("has each control in the file of its name, and lists every control that there is a file of, save those that wait for the platform", () => {
    const files = controlFiles();
    for (const { name } of CONTROLS) assert.equal(files.get(name), name);
    assert.deepEqual(
      [...files.keys()].sort(),
      [...CONTROLS.map((control) => control.name), ...UNLISTED].sort(),
    );
  });

  it("explains every control: what, why, how to mend it, and where else it is known", () => {
    for (const { name, description, why, fix, frameworks } of CONTROLS) {
      assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/, `the name "${name}" is not in kebab-case`);
      assert.match(description, /\.$/, `${name}: "description" is a sentence, which ends with a full stop`);
      const sayWhy = `${name}: "why" says what an attacker or an accident does with the mistake, in more than 40 characters`;
      assert.ok(why.length > 40, `${sayWhy}; it has ${why.length}: ${JSON.stringify(why)}`);
      assert.ok(fix.text.length > 10, `${name}: "fix.text" says what to change, in more than 10 characters`);
      assert.ok(
        fix.code.length > 10,
        `${name}: "fix.code" is TypeScript to copy, of more than 10 characters`,
      );
      const { nist = [] } = frameworks;
      assert.ok(
        nist.length > 0,
        `${name}: "frameworks" names a control of NIST SP 800-53, such as nist: ["SC-28"]`,
      );
    }
  });
});
