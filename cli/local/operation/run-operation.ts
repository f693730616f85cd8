import type { Stack } from "@pulumi/pulumi/automation";
import { type EngineEvent as ReportEvent, reportable } from "../../../policy-pack/reports/engine-event";
import { EngineError } from "../engine-command";
import { changeCounts } from "./change-counts";
import type { EngineEvent } from "./engine-event";
import { OperationLog } from "./operation-log";
import { Progress, type Output } from "./progress";

export type OperationKind = "preview" | "up" | "refresh" | "destroy";

export interface OperationOptions {
  readonly output: Output;
  readonly signal: AbortSignal;
  /** Folders of policy packs that must agree. Refresh and destroy have none. */
  readonly policyPacks: readonly string[];
  /** The files that say what the packs do in this run, in the order of the packs. */
  readonly policyPackConfigs: readonly string[];
  /** How many steps there will be, where that is known. */
  readonly expected?: number;
}

/** How an operation ended. */
export interface Operation {
  readonly kind: OperationKind;
  readonly log: OperationLog;
  /** What a report is made of, of all that the engine told. */
  readonly events: readonly ReportEvent[];
  /** No mandatory policy was violated, nothing failed, and the engine ended well. */
  readonly good: boolean;
  /** What the engine wrote to its error output, where it failed without an event that says why. */
  readonly engineMessage?: string;
}

/**
 * Runs one operation of the engine on a stack, showing its progress. Whether it went well is decided by the events
 * of the engine: its exit code is the same for a violation and for a fault.
 */
export async function runOperation(
  stack: Stack,
  kind: OperationKind,
  options: OperationOptions,
): Promise<Operation> {
  const log = new OperationLog();
  const progress = new Progress(options.output, `${stack.name}  ${kind}`, log, options.expected);
  const shared = { signal: options.signal, color: "never" as const };
  const events: ReportEvent[] = [];
  const onEvent = (event: object) => {
    log.add(event as EngineEvent);
    const kept = reportable(event);
    if (kept !== undefined) events.push(kept);
  };
  let engineMessage: string | undefined;
  try {
    if (kind === "preview" || kind === "up") {
      const policies = {
        policyPacks: [...options.policyPacks],
        policyPackConfigs: [...options.policyPackConfigs],
      };
      await stack[kind]({ ...shared, ...policies, onEvent });
    } else await stack[kind]({ ...shared, onEvent });
  } catch (error) {
    if (!(error instanceof EngineError)) {
      progress.done(false, "failed");
      throw error;
    }
    engineMessage = error.stderr.trim() || error.stdout.trim();
  }
  const good = engineMessage === undefined && log.violations.length === 0 && log.failed.size === 0;
  progress.done(good, result(kind, log, good, options.signal.aborted));
  return { kind, log, events, good, engineMessage };
}

function result(kind: OperationKind, log: OperationLog, good: boolean, stopped: boolean): string {
  const counts = countsOf(kind, log);
  const deferred =
    log.deferred.length === 0 ? "" : ` (${log.deferred.length} judgements wait for values of AWS)`;
  const policies = log.policies.size === 0 ? "" : `, ${log.policies.size} policies checked${deferred}`;
  if (good) return `${counts}${policies}`;
  if (stopped) return `stopped: ${counts}`;
  const violations = log.violations.length;
  if (violations > 0) return `blocked by ${violations} ${violations === 1 ? "violation" : "violations"}`;
  return `failed: ${counts}`;
}

function countsOf(kind: OperationKind, log: OperationLog): string {
  // A refresh changes the state only: what it calls an update or a deletion is somebody else's.
  if (kind === "refresh")
    return log.changes.size === 0 ? "nothing has drifted" : `${log.changes.size} drifted`;
  return changeCounts(log.changes.values(), kind === "preview" ? "planned" : "done");
}
