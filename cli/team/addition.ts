import path from "node:path";
import pc from "picocolors";
import type { EnvironmentSettings } from "../../config";

interface Addition {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly settings: EnvironmentSettings;
  readonly name: string;
  readonly dryRun: boolean;
}

/** Shows what was added to a stack file, and what the next deployment creates of it. */
export function addition({ file, before, after, settings, name, dryRun }: Addition): string {
  const base = path.basename(file);
  const heading = dryRun ? `${base} would get these lines:` : `${base} has these new lines:`;
  const next = dryRun
    ? "Nothing was written. Run the same command without --dry-run."
    : `Next: npm run check -- ${settings.stack}, then open a pull request.`;
  return [
    pc.bold(heading),
    ...addedLines(before, after).map((line) => pc.green(`+ ${line}`)),
    "",
    pc.bold(`The next deployment of ${settings.stack} creates, and changes nothing of any other team:`),
    ...created(settings, name).map((line) => `  • ${line}`),
    "",
    next,
  ].join("\n");
}

/** The lines by which `after` is longer: it is `before` with some put in at one place. */
function addedLines(before: string, after: string): string[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  let same = 0;
  while (same < old.length && old[same] === now[same]) same++;
  return now.slice(same, same + now.length - old.length).filter((line) => line.trim() !== "");
}

function created({ teams, environment, company }: EnvironmentSettings, name: string): string[] {
  const team = teams[name];
  const account = team?.account ?? environment.account;
  const id = company.accounts.workloads[account]?.id ?? "";
  const training = team?.training?.instanceTypes.join(", ");
  return [
    `a workspace in the account ${account} (${id}), network slot ${team?.networkSlot ?? ""}`,
    "a key of its own, buckets for data and models, and a security group",
    training === undefined
      ? "no training: add it with --training"
      : `a role for training jobs on ${training}`,
    `a budget of ${team?.monthlyBudgetUsd.toLocaleString("en-US") ?? ""} US dollars a month, watched for ${team?.owners.join(", ") ?? ""}`,
  ];
}
