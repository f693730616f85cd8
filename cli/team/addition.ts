import path from "node:path";
import pc from "picocolors";
import type { EnvironmentSettings } from "../../config";
import type { Plan } from "./plan";

interface Addition {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly settings: EnvironmentSettings;
  readonly name: string;
  readonly dryRun: boolean;
  readonly plan: Plan;
}

/** Shows what was added to a stack file, and what the next deployment creates of it. */
export function addition({ file, before, after, settings, name, dryRun, plan }: Addition): string {
  const base = path.basename(file);
  const heading = dryRun ? `${base} would get these lines:` : `${base} has these new lines:`;
  const next = dryRun
    ? "Nothing was written. Run the same command without --dry-run."
    : `Next: npm run check -- ${settings.stack}, then open a pull request.`;
  return [
    pc.bold(heading),
    ...addedLines(before, after).map((line) => pc.green(`+ ${line}`)),
    "",
    ...created(settings, name, plan),
    "",
    ...changed(plan),
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

function created(
  { stack, teams, environment, company }: EnvironmentSettings,
  name: string,
  plan: Plan,
): string[] {
  const team = teams[name];
  const account = team?.account ?? environment.account;
  const id = company.accounts.workloads[account]?.id ?? "";
  const total = plan.created.reduce((sum, [, count]) => sum + count, 0);
  const place = `in the account ${account} (${id}), network slot ${team?.networkSlot ?? ""}`;
  return [
    pc.bold(`The next deployment of ${stack} creates ${total} resources ${place}:`),
    ...plan.created.map(([what, count]) => `${String(count).padStart(5)}  ${what}`),
  ];
}

function changed(plan: Plan): string[] {
  if (plan.changed.length === 0) return ["Nothing that is there changes."];
  return [pc.yellow("It also changes:"), ...plan.changed.map((urn) => `       ${urn}`)];
}
