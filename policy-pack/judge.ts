import type { Control, PackSettings } from "./contract/control";
import type { Report } from "./contract/report";
import type { RawResource } from "./contract/subject";
import { CONTROLS } from "./controls";
import { judgeStack } from "./core/judge-stack";
import { loadExceptions } from "./exceptions/load";
import type { ExceptionFile } from "./exceptions/record";
import { COMPANY } from "./settings/company";

export { explain } from "./core/explain";
export { blocks } from "./contract/report";
export type { Report, ReportedDeferral, ReportedViolation } from "./contract/report";
export type { RawResource } from "./contract/subject";
export { CONTROLS, COMPANY };

export interface JudgeOptions {
  /** Whether unknown values will become known later, and defer; otherwise an unknown is a violation. */
  readonly preview: boolean;
  /** @default the pack's own, all */
  readonly controls?: readonly Control[];
  /** @default `company.json` */
  readonly settings?: PackSettings;
  /** @default `exceptions.yaml` */
  readonly exceptions?: ExceptionFile;
  /** @default now */
  readonly now?: Date;
}

/**
 * Judges all resources of one stack by the whole pack, without an engine. Unknown values are Pulumi's unknown
 * sentinel, or anything that throws when it is read.
 */
export function judge(resources: readonly RawResource[], options: JudgeOptions): Report {
  return judgeStack(resources, {
    controls: options.controls ?? CONTROLS,
    settings: options.settings ?? COMPANY,
    exceptions: options.exceptions ?? loadExceptions(),
    now: options.now ?? new Date(),
    preview: options.preview,
  });
}
