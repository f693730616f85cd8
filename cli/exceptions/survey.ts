import type { Problem } from "../../config";
import { stackOf } from "../../policy-pack/exceptions/select";
import type { ExceptionFile } from "../../policy-pack/exceptions/record";
import {
  type ExceptionStatus,
  exceptionStatuses,
  type JudgedStack,
} from "../../policy-pack/exceptions/status";
import { COMPANY, CONTROLS } from "../../policy-pack/judge";
import { knownStacks } from "../check/arguments";
import { Inspector } from "../check/inspect";
import { packInput } from "../check/pack-input";

/** All that is known of a file of exceptions. */
export interface Survey {
  readonly exceptions: readonly ExceptionStatus[];
  /** What could not be read, each said in words. */
  readonly unreadable: readonly string[];
  /** Why a stack that an exception speaks of could not be run. */
  readonly problems: readonly Problem[];
}

/** Runs the stacks that the exceptions speak of, offline, and says what has become of each exception. */
export async function survey(root: string, file: ExceptionFile, now: Date): Promise<Survey> {
  const named = new Set(file.exceptions.map(({ select }) => stackOf(select)));
  const inspector = new Inspector(root, undefined, now, file);
  const judged: JudgedStack[] = [];
  const problems: Problem[] = [];
  for (const stack of knownStacks(root).filter((one) => named.has(one))) {
    const inspection = await inspector.inspect(stack);
    if (!inspection.ok) problems.push(...inspection.problems);
    else
      judged.push({ stack, resources: packInput(inspection.recording.resources), report: inspection.report });
  }
  return {
    exceptions: exceptionStatuses(file, judged, CONTROLS, COMPANY, now),
    unreadable: file.unreadable,
    problems,
  };
}
