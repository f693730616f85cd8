import { parseArgs } from "node:util";
import type { Severity, Tier } from "../../policy-pack/contract/control";

/** Arguments that cannot be followed, said to the user. */
export class OptionError extends Error {}

export interface ExplainOptions {
  readonly action: "explain";
  readonly name: string;
}

export interface ListOptions {
  readonly action: "list";
  /** Only what this tier enforces. Default: all controls. */
  readonly tier?: Tier;
  readonly severity?: Severity;
  readonly json: boolean;
}

export interface NewOptions {
  readonly action: "new";
  readonly name: string;
  /** The folder of `policy-pack/controls` that it goes into. */
  readonly area: string;
  readonly kind: "resource" | "graph";
  /** The type that it looks at, as a full token. Default `aws:s3/bucket:Bucket`. */
  readonly type: string;
}

const TIERS: readonly Tier[] = ["dev", "staging", "prod"];
const SEVERITIES: readonly Severity[] = ["low", "medium", "high", "critical"];
const KINDS = ["resource", "graph"] as const;
const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Reads the command's arguments.
 * @throws OptionError with a sentence for the user.
 */
export function policyOptions(argv: string[]): ExplainOptions | ListOptions | NewOptions {
  const { values, positionals } = parsed(argv);
  const [action = "", name = "", ...more] = positionals;
  if (more.length > 0) throw new OptionError(`One name at a time: "${more.join(" ")}" is too many.`);
  if (action === "list") {
    const { json = false } = values;
    const tier = oneOf("--tier", values.tier, TIERS);
    return { action, tier, severity: oneOf("--severity", values.severity, SEVERITIES), json };
  }
  if (action !== "explain" && action !== "new")
    throw new OptionError(`There is no action "${action}": explain, list or new.`);
  if (name === "") throw new OptionError(`Name the control: ${action} NAME.`);
  if (action === "explain") return { action, name };
  const area = values.area ?? "";
  for (const [what, word] of [["name", name] as const, ["area", area] as const]) {
    if (!KEBAB_CASE.test(word))
      throw new OptionError(`The ${what} "${word}" is not in kebab-case, such as s3-bucket-versioned.`);
  }
  const kind = oneOf("--kind", values.kind, KINDS) ?? "resource";
  return { action, name, area, kind, type: fullType(values.type ?? "s3/bucket:Bucket") };
}

function parsed(argv: string[]) {
  try {
    const text = { type: "string" } as const;
    const options = { tier: text, severity: text, area: text, kind: text, type: text };
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: { ...options, json: { type: "boolean" } },
    });
  } catch (error) {
    throw new OptionError((error as Error).message);
  }
}

function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (found === undefined)
    throw new OptionError(`${option} is one of ${allowed.join(", ")}, not "${value}".`);
  return found;
}

function fullType(type: string): string {
  const full = /^[^:]+:[^:]+:[^:]+$/.test(type) ? type : `aws:${type}`;
  if (!/^[a-z-]+:[a-zA-Z0-9]+\/[a-zA-Z0-9]+:[A-Za-z0-9]+$/.test(full))
    throw new OptionError(`--type is a type token such as s3/bucket:Bucket, not "${type}".`);
  return full;
}
