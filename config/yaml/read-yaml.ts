import { LineCounter, parseDocument } from "yaml";
import type { Problem } from "../problem";
import { plainValues, type PlainValues } from "./plain-values";
import { readText } from "./read-text";
import { yamlFault } from "./yaml-fault";

/** Enough to mend a file by; a broken one can have thousands. */
const MOST_FAULTS = 20;

/** Reads a YAML file of the project. Never throws: what is wrong is among the problems. */
export function readYaml(root: string, file: string): PlainValues {
  const text = readText(root, file);
  return typeof text === "string" ? parseYaml(text, file) : nothing([text]);
}

/**
 * Reads YAML as plain data.
 * @param file The name to show for it.
 */
export function parseYaml(text: string, file: string): PlainValues {
  try {
    const lines = new LineCounter();
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: "silent",
      merge: false,
    });
    if (document.errors.length > 0) {
      const faults = document.errors.map(({ code, pos }) =>
        yamlFault(code, file, lines.linePos(pos[0]).line),
      );
      return nothing(faults.slice(0, MOST_FAULTS));
    }
    return plainValues(document.contents, file, lines);
  } catch {
    // Nesting that exhausts the parser's stack ends here.
    return nothing([yamlFault("", file, 1)]);
  }
}

const nothing = (problems: readonly Problem[]): PlainValues => ({
  value: undefined,
  positions: new Map(),
  problems,
});
