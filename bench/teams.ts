import path from "node:path";
import { loadAndValidate, type EnvironmentSettings, type Team } from "../config";

const ROOT = path.dirname(__dirname);

/** The dev environment with a given number of teams, each with everything that the example's fullest team has. */
export function settingsWithTeams(count: number): EnvironmentSettings {
  const loaded = loadAndValidate(ROOT, "dev");
  if (!loaded.ok || loaded.settings.kind !== "environment") throw new Error("Pulumi.dev.yaml is not valid.");
  const { settings } = loaded;
  const fullest = Object.values(settings.teams).sort((a, b) => wants(b) - wants(a))[0];
  if (fullest === undefined) throw new Error("Pulumi.dev.yaml has no teams.");
  const names = Array.from({ length: count }, (_, i) => `team-${String(i).padStart(3, "0")}`);
  const teams = Object.fromEntries(names.map((name, i) => [name, alone(fullest, i)]));
  // Alone, so that a preview needs no `org` to be up.
  return { ...settings, environment: { ...settings.environment, standalone: true }, teams };
}

/** How much a team wants, to find the one that wants most. */
const wants = (team: Team) =>
  [team.models, team.notebooks, team.featureGroups, team.secrets].flatMap((wanted) => Object.keys(wanted))
    .length;

/** The same team in another slot, and with no callers, which are other teams. */
function alone(team: Team, networkSlot: number): Team {
  const models = Object.entries(team.models).map(
    ([name, model]) => [name, { ...model, callers: [] as string[] }] as const,
  );
  return { ...team, networkSlot, models: Object.fromEntries(models) };
}
