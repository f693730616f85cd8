import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkCommand } from "../../../cli/check";
import { exitCode } from "../../../cli/check/exit-code";
import { Inspector, type Inspection } from "../../../cli/check/inspect";

const ROOT = path.resolve(__dirname, "../../..");

/** Runs the command as a person would, and returns what it printed and its exit code. */
function run(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, "cli/run.js"), "check", ...args],
    {
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    },
  );
  return { code: status, stdout, stderr };
}

describe("npm run check", () => {
  it("judges every stack, and writes the whole result as JSON", () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "mlplatform-check-"));
    const file = path.join(folder, "check.json");
    const { code, stdout } = run("--json", file);
    assert.equal(code, 0, stdout);
    const { version, stacks } = JSON.parse(readFileSync(file, "utf8"));
    rmSync(folder, { recursive: true });
    assert.equal(version, 1);
    assert.deepEqual(
      stacks.map((stack: { stack: string }) => stack.stack),
      ["org", "dev", "staging", "prod"],
    );
    for (const stack of stacks) {
      assert.ok(stack.resources > 80, `${stack.stack} has ${stack.resources} resources`);
      assert.ok(
        stack.controls.judged.length > 20,
        `${stack.controls.judged.length} controls judged ${stack.stack}`,
      );
      assert.deepEqual(stack.violations, []);
      assert.deepEqual(stack.exceptionsUsed, []);
    }
    assert.match(stdout, /clean: org, dev, staging, prod · \d+ resources · 0 violations · [\d.]+ s, offline/);
  });

  it("answers for the configuration alone without loading Pulumi", () => {
    const { code, stdout } = run("dev", "--config-only");
    assert.equal(code, 0);
    assert.equal(stdout, "The configuration of dev is valid.\n");
  });

  it("names the stacks there are when asked for another", () => {
    const { code, stderr } = run("production");
    assert.equal(code, 2);
    assert.equal(stderr, "There is no stack file for production. There are: org, dev, staging, prod.\n");
  });

  it("explains itself when an argument is not known", () => {
    const { code, stderr } = run("--jsno", "x");
    assert.equal(code, 2);
    assert.match(stderr, /Unknown option '--jsno'[^]*npm run check \[-- STACK/);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });

  it("ends with 2 and every problem when the configuration is bad", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "mlplatform-check-"));
    copyFileSync(path.join(ROOT, "Pulumi.yaml"), path.join(folder, "Pulumi.yaml"));
    const dev = readFileSync(path.join(ROOT, "Pulumi.dev.yaml"), "utf8");
    writeFileSync(path.join(folder, "Pulumi.dev.yaml"), dev.replace("tier: dev", "tier: devv"));
    const printed: string[] = [];
    const original = console.error;
    console.error = (text: string) => void printed.push(text);
    const code = await checkCommand(["dev", "--config-only"], folder).finally(() => {
      console.error = original;
      rmSync(folder, { recursive: true });
    });
    assert.equal(code, 2);
    assert.match(printed.join("\n"), /mlplatform:environment\.tier/);
    assert.match(printed.join("\n"), /devv/);
  });
});

describe("exit code of the check", () => {
  const violation = (level: "mandatory" | "advisory") => ({ level }) as never;
  const inspected = (...levels: ("mandatory" | "advisory")[]): Inspection =>
    ({ stack: "dev", ok: true, violations: levels.map(violation) }) as never;
  const faulty: Inspection = { stack: "dev", ok: false, problems: [] };

  it("is 1 for a mandatory violation, and not for an advisory one", () => {
    assert.equal(exitCode([inspected(), inspected("advisory", "mandatory")]), 1);
    assert.equal(exitCode([inspected("advisory")]), 0);
    assert.equal(exitCode([]), 0);
  });

  it("is 2 as soon as one configuration is bad", () => {
    assert.equal(exitCode([inspected("mandatory"), faulty]), 2);
  });
});

describe("the preview's view in the check", () => {
  it("finds nothing that the finished stack does not have, and lists what waits for `up`", async () => {
    const inspection = await new Inspector(ROOT).inspect("prod");
    assert.ok(inspection.ok);
    const known = new Set(inspection.report.violations.map(({ control, urn }) => `${control} ${urn}`));
    assert.deepEqual(
      inspection.violations.filter(({ control, urn }) => !known.has(`${control} ${urn}`)),
      [],
    );
    assert.deepEqual(inspection.report.deferred, [], "with everything known nothing is deferred");
  });
});
