import type { LocalCloud } from "../../../cli/local/local-cloud";
import { engineOptions } from "../../../cli/local/local-cloud";
import { runEngine } from "../../../cli/local/engine-command";
import * as path from "node:path";
import * as fs from "node:fs";

/** Every text that is secret in a stack's state, decrypted. */
export async function plainSecrets(cloud: LocalCloud, stack: string): Promise<readonly string[]> {
  const { stdout } = await runEngine(engineOptions(cloud), {
    args: ["stack", "export", "--show-secrets", "--stack", stack],
    cwd: path.join(cloud.folders.work, stack),
    environment: {},
  });
  const found = new Set<string>();
  collect(JSON.parse(stdout), found);
  return [...found];
}

/** The engine shows a secret as an object with its value as JSON in `plaintext`. */
function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  const plaintext = (value as { plaintext?: unknown }).plaintext;
  if (typeof plaintext === "string") texts(JSON.parse(plaintext), found);
  for (const part of Object.values(value)) collect(part, found);
}

function texts(value: unknown, found: Set<string>): void {
  if (typeof value === "string") found.add(value);
  else if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) texts(part, found);
  }
}

/** The files under a folder that hold a text as it is, relative to the folder. */
export function filesWith(folder: string, text: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => fs.statSync(path.join(folder, name)).isFile())
    .filter((name) => fs.readFileSync(path.join(folder, name)).includes(text))
    .sort();
}
