import { LineCounter, parseDocument } from "yaml";
import type { Problem } from "../problem";
import { plainValues, type PlainValues } from "./plain-values";
import { readText } from "./read-text";
import { textFault } from "./text-fault";
import { yamlFault } from "./yaml-fault";

/** Enough to mend a file by; a broken one can have thousands. */
const MOST_FAULTS = 100;

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
  const fault = textFault(text, file);
  if (fault !== undefined) return nothing([fault]);
  try {
    const lines = new LineCounter();
    // Keys that are written twice are found while the values are read: the parser compares each with each.
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    if (document.errors.length === 0) {
      const plain = plainValues(document.contents, file, lines);
      return { ...plain, problems: plain.problems.slice(0, MOST_FAULTS) };
    }
    const faults = document.errors.map(({ code, pos }) => yamlFault(code, file, lines.linePos(pos[0]).line));
    return nothing(onePerLine(faults).slice(0, MOST_FAULTS));
  } catch {
    // Nesting that exhausts the parser's stack ends here.
    return nothing([yamlFault("RESOURCE_EXHAUSTION", file, 1)]);
  }
}

const nothing = (problems: readonly Problem[]): PlainValues => ({
  value: undefined,
  positions: new Map(),
  problems,
});

/** What follows from the first fault of a line is noise. */
function onePerLine(faults: readonly Problem[]): Problem[] {
  const lines = new Set<number | undefined>();
  return faults.filter(({ line }) => !lines.has(line) && lines.add(line));
}
