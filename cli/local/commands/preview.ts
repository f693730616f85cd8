import * as fs from "node:fs";
import * as path from "node:path";
import type { Settings } from "../../../config";
import stackProgram from "../../../stacks";
import { formatProblems } from "../../config-problems";
import { problemsSinceDeployment } from "../deployed-teams";
import { foldersIn } from "../folders";
import type { LocalCloud } from "../local-cloud";
import { openStack, operate, type Session } from "../session";
import { backendUrl, isUp } from "../state";
import { offlineOrganization } from "./offline-organization";
import { needsOrganization } from "./up";

/**
 * Shows what an `up` would change, and changes nothing: it works on a copy of the state. Where `org` is not up, what
 * the environment reads of it is taken from an offline run.
 * @returns 0, 1 when a policy would refuse, or 2 when a team cannot be changed so in one step.
 */
export async function preview(session: Session, settings: Settings): Promise<number> {
  const problems = problemsSinceDeployment(session.cloud.folders, settings);
  if (problems.length > 0) {
    session.judged.refuse(settings.stack, problems);
    session.output.write(formatProblems(problems));
    return 2;
  }
  const copy = { ...session, cloud: copiedState(session.cloud) };
  try {
    if (needsOrganization(settings) && !isUp(session.cloud.folders, "org")) {
      session.output.write("org is not up: what it would share is taken from an offline run of it.\n");
      const outputs = await offlineOrganization(session.cloud.root);
      const organization = await openStack(copy, "org", () => Promise.resolve(outputs));
      await organization.up();
    }
    const stack = await openStack(copy, settings.stack, stackProgram);
    const { good } = await operate(copy, stack, "preview");
    if (good) session.output.write(`Nothing was changed. To do it: npm run local -- up ${settings.stack}\n`);
    return good ? 0 : 1;
  } finally {
    fs.rmSync(copy.cloud.folders.root, { recursive: true, force: true });
  }
}

/** The same local cloud with a copy of its state, for the engine to read and write. */
function copiedState(cloud: LocalCloud): LocalCloud {
  // A root of its own: what an unfinished operation left is told by its mark, and stays for the next `up`.
  const root = path.join(cloud.folders.root, "preview");
  const { state, work } = foldersIn(root);
  fs.rmSync(root, { recursive: true, force: true });
  fs.cpSync(cloud.folders.state, state, { recursive: true });
  return {
    ...cloud,
    folders: { ...cloud.folders, root, state, work },
    environment: { ...cloud.environment, PULUMI_BACKEND_URL: backendUrl(state) },
  };
}
