import type { PulumiFn, Stack } from "@pulumi/pulumi/automation";
import type { ProcessIdentity } from "../../local-cloud/engine";
import { localStack, type LocalCloud } from "./local-cloud";
import type { Output } from "./operation/progress";
import { runOperation, type Operation, type OperationKind } from "./operation/run-operation";
import { findings } from "./operation/show-findings";
import type { FindCreated } from "./recovery/pending-creates";
import { recover } from "./recovery/recover";

/** One command's use of the local cloud. */
export interface Session {
  readonly cloud: LocalCloud;
  readonly output: Output;
  readonly signal: AbortSignal;
  readonly policyPacks: readonly string[];
  /** The engine that an earlier, killed command left behind. */
  readonly dead: ProcessIdentity | undefined;
  readonly find: FindCreated;
}

/** Opens a stack, recovered from whatever its last run left. */
export async function openStack(session: Session, name: string, program: PulumiFn): Promise<Stack> {
  const { cloud, dead, find, signal } = session;
  const stack = await localStack(cloud, name, program);
  await recover(cloud, stack, {
    dead,
    find,
    signal,
    report: (message) => session.output.write(`  ${message}\n`),
  });
  return stack;
}

/** Runs one operation and prints what is wrong, if anything is. */
export async function operate(
  session: Session,
  stack: Stack,
  kind: OperationKind,
  expected?: number,
): Promise<Operation> {
  const { output, signal, policyPacks } = session;
  const operation = await runOperation(stack, kind, { output, signal, policyPacks, expected });
  const text = findings(operation);
  if (text !== "") output.write(`${text}\n\n`);
  return operation;
}
