/** The file of `--policy-pack-config`, as Pulumi's own option takes it: what the policies do in one run. */
import { readFileSync } from "node:fs";
import type { Problem } from "../../config";
import { found } from "../../config/found";
import { isMapping } from "../../config/mapping";
import { checkShape, unknownKey } from "../../config/shape/check-shape";
import { parseYaml } from "../../config/yaml/read-yaml";
import type { Control } from "../../policy-pack/contract/control";
import { CONTROLS } from "../../policy-pack/controls";
import { ignoredInWords } from "../../policy-pack/engine/ignored-levels";
import { inForce } from "../../policy-pack/engine/in-force";
import { EXCEPTIONS_VALID } from "../../policy-pack/exceptions/control";
import { REMEDIATIONS } from "../../policy-pack/remediation";
import type { AskedRemediation } from "../../policy-pack/remediation/apply";
import { entrySchema, type Entry, type EntryKind } from "./schema";

/** What the pack does in one run. */
export interface PackConfiguration {
  /** The controls, at the levels that count. */
  readonly controls: readonly Control[];
  /** The remediations that were asked for. */
  readonly remediations: readonly AskedRemediation[];
  /** Which levels count for nothing, in a sentence. Default: all count. */
  readonly ignored?: string;
}

/** The pack's own levels, and no remediation. */
export const OWN_CONFIGURATION: PackConfiguration = { controls: CONTROLS, remediations: [] };

export type ReadConfiguration =
  | { readonly ok: true; readonly configuration: PackConfiguration }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the file. The engine passes over names and keys that it does not know; here they are problems. */
export function readPackConfiguration(file: string): ReadConfiguration {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unreadable";
    return refused([
      {
        path: "--policy-pack-config",
        found: `${file} (${reason})`,
        expected: "a file that can be read",
        fix: "Name another file.",
      },
    ]);
  }
  // The engine takes an empty file for no configuration.
  return text.trim() === ""
    ? { ok: true, configuration: OWN_CONFIGURATION }
    : parsePackConfiguration(text, file);
}

/** @param file The name to show for the text. */
export function parsePackConfiguration(text: string, file: string): ReadConfiguration {
  if (!isJson(text)) {
    return refused([
      {
        path: "the file",
        found: "text that is no JSON",
        expected: "a JSON object",
        fix: "Mend the syntax.",
        file,
      },
    ]);
  }
  // JSON is YAML: read as such, every value has its line.
  const { value, positions, problems: faults } = parseYaml(text, file);
  if (faults.length > 0) return refused(faults);
  if (!isMapping(value)) {
    return refused([
      {
        path: "the file",
        found: found(value),
        expected: "a mapping of policies",
        fix: 'Write {"NAME": "LEVEL"}.',
        file,
        line: 1,
      },
    ]);
  }
  const problems: Problem[] = [];
  const entries = new Map<string, Entry>();
  for (const [name, entry] of Object.entries(value)) {
    const kind = KINDS.get(name);
    if (kind === undefined) {
      problems.push({
        ...unknownKey([name], name, [...KINDS.keys()]),
        expected: "a policy of the pack, or all",
      });
      continue;
    }
    const shaped = checkShape(entrySchema(kind, entry), entry, [name]);
    if (!shaped.ok) problems.push(...shaped.problems);
    else entries.set(name, typeof shaped.value === "string" ? asEntry(shaped.value) : shaped.value);
  }
  if (problems.length > 0)
    return refused(problems.map((one) => ({ file, ...one, ...positions.get(one.path) })));
  return { ok: true, configuration: configured(entries) };
}

const ALL = "all";
const KINDS: ReadonlyMap<string, EntryKind> = new Map<string, EntryKind>([
  [ALL, "other"],
  [EXCEPTIONS_VALID.name, "other"],
  ...CONTROLS.map(({ name }) => [name, "control"] as const),
  ...REMEDIATIONS.map(
    ({ name, controls }) => [name, controls.includes("required-tags") ? "tags" : "other"] as const,
  ),
]);

const refused = (problems: readonly Problem[]): ReadConfiguration => ({ ok: false, problems });
const asEntry = (level: string): Entry => ({
  enforcementLevel: level as NonNullable<Entry["enforcementLevel"]>,
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** As the engine does it: what an entry says counts before what `all` says. */
function configured(entries: ReadonlyMap<string, Entry>): PackConfiguration {
  const levelOf = (name: string) => entries.get(name)?.enforcementLevel ?? entries.get(ALL)?.enforcementLevel;
  const laxer = (name: string) => {
    const level = levelOf(name);
    return level === "disabled" || level === "advisory" ? level : undefined;
  };
  const asked = (name: string) => ({
    config: { levels: entries.get(name)?.levels },
    engineLevel: laxer(name),
  });
  const ignored = ignoredInWords([...CONTROLS, EXCEPTIONS_VALID], asked);
  return {
    controls: CONTROLS.map((control) => {
      const { config, engineLevel } = asked(control.name);
      return inForce(control, config, engineLevel);
    }),
    ...(ignored === undefined ? {} : { ignored }),
    remediations: REMEDIATIONS.filter(({ name }) => levelOf(name) === "remediate").map((remediation) => ({
      remediation,
      tags: entries.get(remediation.name)?.tags ?? {},
    })),
  };
}
