import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { z } from "zod";
import { engineEnvironment } from "../../../../cli/local/engine-environment";
import { analyzerFolder, type Engine } from "../../../../local-cloud/engine";
import { resourceLabel } from "../../../../policy-pack/core/urn";
import { readExplanation } from "../../../../policy-pack/reports/read-explanation";
import { NOW } from "../../../policy-pack/support/verdicts";
import type { Batch } from "./batches";
import { stateOf } from "./state-file";

/** What `policy analyze` found: a control's violation of a resource, in the line that the control's own test expects. */
export interface Found {
  readonly control: string;
  readonly urn: string;
  readonly line: string;
}

const violation = z.object({
  policyEvent: z.object({ policyName: z.string(), resourceUrn: z.string().optional(), message: z.string() }),
});

/**
 * Runs `pulumi policy analyze` on a batch, with no login and no backend.
 * @param folder An empty folder of the batch's own.
 * @throws Error with what the engine wrote, when it did not judge.
 */
export async function analyze(engine: Engine, batch: Batch, folder: string): Promise<readonly Found[]> {
  fs.mkdirSync(folder, { recursive: true });
  const state = path.join(folder, "state.json");
  fs.writeFileSync(state, JSON.stringify(stateOf(batch.resources)));
  writePack(folder, batch);
  const args = ["policy", "analyze", "--json", "--file", state, "--policy-pack", folder];
  const { stdout, stderr } = await run(engine, [...args, "--disable-integrity-checking"], folder);
  const events = stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as object);
  if (!events.some((event) => "summaryEvent" in event))
    throw new Error(`The engine came to no judgement.\n${stderr}\n${stdout.slice(-2000)}`);
  return events.flatMap((event) => {
    const parsed = violation.safeParse(event);
    if (!parsed.success) return [];
    const { policyName, resourceUrn = "", message } = parsed.data.policyEvent;
    const property = readExplanation(message)?.property ?? message;
    return [{ control: policyName, urn: resourceUrn, line: `${resourceLabel(resourceUrn)}: ${property}` }];
  });
}

/** Whether the engine has the command: CLI 3.249 and newer do. */
export async function hasAnalyze(engine: Engine): Promise<boolean> {
  const { stdout } = await run(engine, ["policy", "--help"], os.tmpdir());
  return /^ {2}analyze /m.test(stdout);
}

function writePack(folder: string, { settings, cases }: Batch): void {
  const controls = [...new Set(cases.map(({ control }) => control))];
  const batch = JSON.stringify({ controls, settings, now: NOW.getTime() });
  const serve = JSON.stringify(path.join(__dirname, "serve.js"));
  fs.writeFileSync(path.join(folder, "index.js"), `require(${serve})(${batch});\n`);
  fs.writeFileSync(
    path.join(folder, "package.json"),
    '{ "name": "cases", "version": "0.0.1", "main": "index.js" }\n',
  );
  fs.writeFileSync(path.join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\nversion: 0.0.1\n");
}

function run(
  engine: Engine,
  args: readonly string[],
  folder: string,
): Promise<{ stdout: string; stderr: string }> {
  const environment = engineEnvironment(process.env, {
    pathFolders: [path.dirname(engine.executable), ...analyzerFolder(engine)],
    ...{ state: folder, home: path.join(folder, "home"), cloud: folder, passphrase: "" },
  });
  return new Promise((resolve, reject) => {
    const child = spawn(engine.executable, [...args, "--non-interactive"], { cwd: folder, env: environment });
    const output = { stdout: "", stderr: "" };
    child.stdout.on("data", (data: Buffer) => (output.stdout += data.toString()));
    child.stderr.on("data", (data: Buffer) => (output.stderr += data.toString()));
    child.on("error", reject);
    child.on("close", () => resolve(output));
  });
}
