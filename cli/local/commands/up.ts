import stackProgram from "../../../stacks";
import type { Settings } from "../../../config";
import { formatProblems } from "../../config-problems";
import { problemsSinceDeployment } from "../deployed-teams";
import { isUp, readState } from "../state";
import { openStack, operate, type Session } from "../session";
import { summary } from "../summary/summary";

/**
 * Brings a stack up: first a preview, in which every violation is found before anything is touched, then the update.
 * An environment that reads `org` brings that up before.
 * @returns 0, 1 when a policy or the cloud refused, or 2 when a team cannot be changed so in one step.
 */
export async function up(session: Session, settings: Settings): Promise<number> {
  const { stack } = settings;
  const { output, cloud } = session;
  const problems = problemsSinceDeployment(cloud.folders, settings);
  if (problems.length > 0) {
    session.judged.refuse(stack, problems);
    output.write(`${formatProblems(problems)}Nothing of ${stack} was changed.\n`);
    return 2;
  }
  const needed = needsOrganization(settings) ? ["org"] : [];
  for (const other of needed) {
    if (isUp(cloud.folders, other)) continue;
    output.write(`${stack} reads what ${other} shares: ${other} comes up first.\n`);
    if ((await upOne(session, other)) === undefined) return 1;
  }
  const policies = await upOne(session, stack);
  if (policies === undefined) return 1;
  const upStack = (name: string) => ({ name, state: readState(cloud.folders, name) });
  const shown = summary(upStack(stack), needed.map(upStack), { policies, columns: output.columns });
  output.write(`${shown}\n`);
  return 0;
}

/** Whether a stack reads the outputs of `org`. */
export function needsOrganization(settings: Settings): boolean {
  return settings.kind === "environment" && !settings.environment.standalone;
}

/** Returns how many policies judged the stack, or undefined when it did not come up. */
async function upOne(session: Session, name: string): Promise<number | undefined> {
  const stack = await openStack(session, name, stackProgram);
  const preview = await operate(session, stack, "preview");
  if (!preview.good) {
    session.output.write(`Nothing of ${name} was changed.\n`);
    return undefined;
  }
  const update = await operate(session, stack, "up", preview.log.steps);
  if (update.good) return update.log.policies.size;
  session.output.write(
    `${name} is not wholly up. What was made is in the state; the same command goes on from there.\n`,
  );
  return undefined;
}
