import type { LocalFolders } from "../folders";
import type { Output } from "../operation/progress";
import { isUp, readState } from "../state";
import { outputLines, outputsOf } from "../summary/outputs";

/** Prints a stack's outputs, secrets masked. Reads the state only: no engine is needed. */
export function outputs(folders: LocalFolders, output: Output, name: string, json: boolean): number {
  if (!isUp(folders, name)) {
    output.write(`${name} is not up: npm run local -- up ${name}\n`);
    return 2;
  }
  const values = outputsOf(readState(folders, name));
  const text = json ? JSON.stringify(values, undefined, 2) : outputLines(values).join("\n");
  output.write(`${text}\n`);
  return 0;
}
