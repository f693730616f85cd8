import * as fs from "node:fs";
import type { PulumiFn, Stack } from "@pulumi/pulumi/automation";
import { oneAtATime, type Engine, type ProcessIdentity } from "../../local-cloud/engine";
import { foldersIn } from "./folders";
import { interruptible } from "./interruption";
import { JudgedStacks } from "./judged-stacks";
import { localStack, openLocalCloud, type LocalCloud } from "./local-cloud";
import type { Output } from "./operation/progress";
import { runOperation, type Operation, type OperationKind } from "./operation/run-operation";
import { findings } from "./operation/show-findings";
import { endAbandonedEngine } from "./recovery/dead-engine";
import { recover } from "./recovery/recover";
import { standInCloud } from "./recovery/stand-in-cloud";
import { markFinished, markUnfinished } from "./recovery/strangers";

/** One command's use of the local cloud. */
export interface Session {
  readonly cloud: LocalCloud;
  readonly output: Output;
  /** Aborted when a person stops the command. */
  readonly signal: AbortSignal;
  /** Folders of the policy packs that must agree to every preview and update. */
  readonly policyPacks: readonly string[];
  /** The files that say what the packs do in this run, in the order of the packs. */
  readonly policyPackConfigs: readonly string[];
  /** What the policy packs found in this command. */
  readonly judged: JudgedStacks;
  /** The engine that an earlier, killed command left behind. */
  readonly dead: ProcessIdentity | undefined;
}

export interface SessionOptions {
  /** The project's folder. */
  readonly root: string;
  /** The folder of the local cloud. */
  readonly folder: string;
  readonly engine: Engine;
  readonly output: Output;
  readonly policyPacks: readonly string[];
  /** The files that say what the packs do in this run, in the order of the packs. Default: none. */
  readonly policyPackConfigs?: readonly string[];
  /** Where what the policy packs find is kept. Default: nowhere beyond this session. */
  readonly judged?: JudgedStacks;
}

/**
 * Does something in the local cloud, alone in its folder, and after whatever a killed command left is gone.
 * @throws NotStandInError when a provider in use is not a stand-in.
 */
export async function inSession<T>(
  options: SessionOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const {
    root,
    folder,
    engine,
    output,
    policyPacks,
    policyPackConfigs = [],
    judged = new JudgedStacks(),
  } = options;
  const folders = foldersIn(folder);
  fs.mkdirSync(folder, { recursive: true });
  const alone = async () => {
    const dead = await endAbandonedEngine(folders.engineProcess);
    const cloud = await openLocalCloud({ root, engine, folder });
    const stopping = () => output.write("\nStopping: the engine ends what is under way.\n");
    return interruptible(
      (signal) => work({ cloud, output, signal, policyPacks, policyPackConfigs, judged, dead }),
      stopping,
    );
  };
  const onWait = ({ pid }: ProcessIdentity) =>
    output.write(`Waiting for process ${pid}, which is using the local cloud.\n`);
  return oneAtATime(folders.lock, alone, { onWait });
}

/** Opens a stack, recovered from whatever its last run left. */
export async function openStack(session: Session, name: string, program: PulumiFn): Promise<Stack> {
  const { cloud, dead, signal, output } = session;
  const stack = await localStack(cloud, name, program);
  await recover(cloud, stack, { dead, signal, report: (message) => output.write(`  ${message}\n`) });
  return stack;
}

/** Runs one operation and prints what is wrong, if anything is. */
export async function operate(
  session: Session,
  stack: Stack,
  kind: OperationKind,
  expected?: number,
): Promise<Operation> {
  const { cloud, output, signal, policyPacks, policyPackConfigs } = session;
  const { folders } = cloud;
  // A preview makes nothing that could be lost.
  if (kind !== "preview")
    markUnfinished(folders, stack.name, standInCloud(folders.cloud).madeFor(stack.name));
  const operation = await runOperation(stack, kind, {
    output,
    signal,
    policyPacks,
    policyPackConfigs,
    expected,
  });
  if (kind === "preview" || kind === "up") session.judged.add(stack.name, operation);
  if (operation.good && kind !== "preview") markFinished(folders, stack.name);
  const text = findings(operation, output.isTTY ? output.columns : undefined);
  if (text !== "") output.write(`${text}\n\n`);
  return operation;
}
