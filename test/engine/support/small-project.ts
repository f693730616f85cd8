import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** A project with a stack `dev` and no settings, for the small program. Returns its folder, which is the test's. */
export function makeSmallProject(): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "mlplatform-small-"));
  fs.writeFileSync(path.join(root, "Pulumi.yaml"), "name: mlplatform\nruntime: nodejs\n");
  fs.writeFileSync(path.join(root, "Pulumi.dev.yaml"), "config: {}\n");
  return root;
}

/** A JSON file's content, or undefined while it is not there. */
export function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}
