import { parseArgs } from "node:util";

/** What the options of `team -- add` say, by the keys that they stand for in the stack file. */
export const OPTION_OF: Readonly<Record<string, string>> = {
  costCenter: "--cost-center",
  owners: "--owner",
  dataClassification: "--data-classification",
  monthlyBudgetUsd: "--budget",
  account: "--account",
  training: "--training",
};

/** Options that do not fit together; the message says which. */
export class OptionError extends Error {}

export interface TeamOptions {
  readonly action: string;
  readonly name: string | undefined;
  readonly env: string;
  readonly dryRun: boolean;
  readonly values: {
    readonly costCenter?: string;
    readonly owners?: readonly string[];
    readonly dataClassification?: string;
    readonly monthlyBudgetUsd?: number | string;
    readonly account?: string;
    readonly training?: { readonly instanceTypes: readonly string[] };
  };
}

/** @throws OptionError when an option is unknown, lacks its value, or is not one that the action takes. */
export function teamOptions(argv: readonly string[]): TeamOptions {
  const { values, positionals } = parsed(argv);
  const [action = "", name, ...more] = positionals;
  if (more.length > 0) throw new OptionError(`What is "${more.join(" ")}"? One name is expected.`);
  if (values.env === undefined)
    throw new OptionError("Say which environment: --env dev, --env staging or --env prod.");
  const { env, "dry-run": dryRun = false, ...about } = values;
  if (action !== "add" && Object.keys(about).length > 0) {
    throw new OptionError(`"${action}" takes no --${Object.keys(about)[0] ?? ""}.`);
  }
  return { action, name, env, dryRun, values: wanted(about) };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        env: { type: "string" },
        "dry-run": { type: "boolean" },
        "cost-center": { type: "string" },
        owner: { type: "string", multiple: true },
        "data-classification": { type: "string" },
        budget: { type: "string" },
        account: { type: "string" },
        training: { type: "string" },
      },
    });
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error));
  }
}

type About = Omit<ReturnType<typeof parsed>["values"], "env" | "dry-run">;

function wanted(about: About): TeamOptions["values"] {
  const { budget, training } = about;
  return {
    costCenter: about["cost-center"],
    owners: about.owner?.flatMap(words),
    dataClassification: about["data-classification"],
    // What is no number is left as it is, for the validation to show.
    monthlyBudgetUsd: budget !== undefined && /^\d+(\.\d+)?$/.test(budget) ? Number(budget) : budget,
    account: about.account,
    training: training === undefined ? undefined : { instanceTypes: words(training) },
  };
}

const words = (list: string): string[] => list.split(",").map((word) => word.trim());
