import * as fs from "node:fs";
import * as path from "node:path";
import { parseDocument } from "yaml";
import { localStackFile } from "./stack-file";

/**
 * Makes the folder in which the engine runs one stack: copies of the project's and the stack's files, since the
 * engine writes into them.
 * @param root The project, whose own files stay untouched.
 * @returns The folder.
 */
export function makeWorkFolder(root: string, work: string, stack: string): string {
  const folder = path.join(work, stack);
  fs.mkdirSync(folder, { recursive: true });
  const project = parseDocument(fs.readFileSync(path.join(root, "Pulumi.yaml"), "utf8"));
  // The program is handed to the engine directly: it is not in this folder.
  project.delete("main");
  write(path.join(folder, "Pulumi.yaml"), project.toString());

  const name = `Pulumi.${stack}.yaml`;
  const earlier = path.join(folder, name);
  const tracked = fs.readFileSync(path.join(root, name), "utf8");
  write(
    earlier,
    localStackFile(tracked, fs.existsSync(earlier) ? fs.readFileSync(earlier, "utf8") : undefined),
  );
  return folder;
}

function write(file: string, text: string): void {
  fs.writeFileSync(`${file}.new`, text);
  fs.renameSync(`${file}.new`, file);
}
