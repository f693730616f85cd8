import * as path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { localCommand } from "../../../cli/local";

/** This project's folder. */
export const PROJECT_ROOT = path.resolve(__dirname, "..", "..", "..");

/** Runs `local` as a person does, on a local cloud of the test's own, and keeps all that it prints. */
export async function local(
  folder: string,
  line: string,
): Promise<{ readonly code: number; readonly text: string }> {
  let text = "";
  const output = { isTTY: false, columns: 100, write: (part: string) => void (text += part) };
  const code = await localCommand(line.split(" "), PROJECT_ROOT, { output, folder });
  return { code, text: stripVTControlCharacters(text) };
}
