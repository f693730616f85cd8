import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FOLDER = path.resolve(__dirname, "..");
let files: ReadonlyMap<string, string> | undefined;

/** The text of a control's own test, the file that has its name; undefined when there is none. */
export function ownTest(control: string): string | undefined {
  files ??= new Map(
    readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).map((file) => [path.basename(file), file]),
  );
  const file = files.get(`${control}.test.ts`);
  return file === undefined ? undefined : readFileSync(path.join(FOLDER, file), "utf8");
}
