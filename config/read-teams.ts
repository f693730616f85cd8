import { found } from "./found";
import { isMapping } from "./mapping";
import type { Problem } from "./problem";
import { team as teamSchema, teams as teamsSchema, type Teams } from "./schema/team";
import { checkShape } from "./shape/check-shape";
import { part } from "./shape/part";

const AT = "mlplatform:teams";

/**
 * Reads each team by itself, so that one with a fault does not hide those of the others.
 * @returns The teams whose shape is right; what is wrong with the others joins the problems.
 */
export function readTeams(written: unknown, problems: Problem[]): Teams {
  if (!isMapping(written)) {
    part(problems, checkShape(teamsSchema, written, [AT]));
    return {};
  }
  problems.push(...Object.keys(written).flatMap(nameProblems));
  const teams = Object.entries(written).flatMap(([name, value]) => {
    const team = part(problems, checkShape(teamSchema, value, [AT, name]));
    return team === undefined ? [] : [[name, team] as const];
  });
  return Object.fromEntries(teams);
}

function nameProblems(name: string): Problem[] {
  const named = checkShape(teamsSchema.keyType, name, [AT, name]);
  if (named.ok) return [];
  return named.problems.map((problem) => ({
    ...problem,
    found: `the name ${found(name)}`,
    fix: "Rename the team.",
  }));
}
