import pc from "picocolors";
import stackProgram from "../../../stacks";
import type { OperationLog } from "../operation/operation-log";
import { openStack, operate, type Session } from "../session";
import { isUp } from "../state";
import { resourceName } from "../summary/resource-name";

/** Reads what is there into the state, and says what had drifted. */
export async function refresh(session: Session, name: string): Promise<number> {
  if (!isUp(session.cloud.folders, name)) {
    session.output.write(`${name} is not up: npm run local -- up ${name}\n`);
    return 0;
  }
  const stack = await openStack(session, name, stackProgram);
  const { good, log } = await operate(session, stack, "refresh");
  if (good) session.output.write(`${drift(name, log)}\n`);
  return good ? 0 : 1;
}

function drift(name: string, log: OperationLog): string {
  const changes = [...log.changes.values()];
  if (changes.length === 0) return "Everything is as it was left.";
  const rows = changes.map(({ op, urn, properties }) => {
    const what = op === "delete" ? pc.red("gone") : `changed: ${properties.join(", ")}`;
    return `  ${resourceName(urn)}  ${what}`;
  });
  return ["Drifted:", ...rows, `npm run local -- up ${name} puts it right.`].join("\n");
}
