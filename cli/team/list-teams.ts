import Table from "cli-table3";
import type { EnvironmentSettings, Team } from "../../config";

/** The teams of an environment as a table. */
export function listTeams({ teams, environment, stack }: EnvironmentSettings): string {
  const names = Object.keys(teams);
  if (names.length === 0) return `${stack} has no teams.`;
  const table = new Table({
    head: ["team", "account", "slot", "data", "budget/month", "wants"],
    colAligns: ["left", "left", "right", "left", "right", "left"],
    style: { head: [], border: [], compact: true },
  });
  for (const [name, team] of Object.entries(teams)) {
    const shown = team.state === "offboarding" ? `${name} (offboarding)` : name;
    const budget = `$${team.monthlyBudgetUsd.toLocaleString("en-US")}`;
    table.push([
      shown,
      team.account ?? environment.account,
      team.networkSlot,
      team.dataClassification,
      budget,
      wants(team),
    ]);
  }
  return table.toString();
}

function wants(team: Team): string {
  const counted = [
    [Object.keys(team.models).length, "model"],
    [Object.keys(team.notebooks).length, "notebook"],
    [Object.keys(team.featureGroups).length, "feature group"],
    [Object.keys(team.secrets).length, "secret"],
  ] as const;
  const several = counted
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}${count === 1 ? "" : "s"}`);
  return [...(team.training === undefined ? [] : ["training"]), ...several].join(", ");
}
