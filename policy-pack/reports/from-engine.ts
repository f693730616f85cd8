import type { Control, Tier } from "../contract/control";
import type { Report, ReportedDeferral, ReportedViolation, UsedException } from "../contract/report";
import { inOrder } from "../core/report";
import { allRules } from "./rules";
import { readDeferral, readExplanation } from "./read-explanation";
import type { StackReport } from "./stack-report";

/** What the engine says of a policy (https://github.com/pulumi/pulumi/blob/v3.256.0/sdk/go/common/apitype/events.go). */
export interface EnginePolicyEvent {
  readonly resourceUrn?: string;
  readonly message: string;
  readonly policyName: string;
  /** `mandatory` blocks; anything else is advice. */
  readonly enforcementLevel: string;
}

interface PolicySummary {
  readonly passed?: readonly string[];
  readonly failed?: readonly string[];
}

/** The events of the engine that a report is made of. Others are passed over. */
export interface EngineEvent {
  readonly policyEvent?: EnginePolicyEvent;
  readonly policyAnalyzeSummaryEvent?: PolicySummary;
  readonly policyAnalyzeStackSummaryEvent?: PolicySummary;
  readonly resOutputsEvent?: { readonly metadata: { readonly urn: string } };
}

export interface EngineRun {
  readonly stack: string;
  /** The tier that the stack was judged by. */
  readonly tier: Tier;
  /** The controls of the pack that judged. */
  readonly controls: readonly Control[];
}

/**
 * The report of a run of the engine, from its event log. The engine passes on words only; what the pack had put in
 * them is read back. A message that the pack did not write, from a fault of the policy server for example, is
 * reported whole.
 */
export function reportFromEngine(events: Iterable<EngineEvent>, run: EngineRun): StackReport {
  const rules = new Map(allRules(run.controls).map((control) => [control.name, control]));
  const all = [...events];
  const told = distinct(all.flatMap(({ policyEvent }) => (policyEvent === undefined ? [] : [policyEvent])));
  const violations: ReportedViolation[] = [];
  const deferred: ReportedDeferral[] = [];
  for (const event of told) {
    const deferral = readDeferral(event.message);
    const urn = event.resourceUrn ?? "";
    if (deferral === undefined)
      violations.push(violationOf(event, urn, rules.get(event.policyName), run.tier));
    else deferred.push({ control: event.policyName, urn, ...deferral });
  }
  const ordered = inOrder(violations);
  const resources = new Set(all.flatMap(({ resOutputsEvent }) => resOutputsEvent?.metadata.urn ?? []));
  return {
    stack: run.stack,
    problems: [],
    violations: ordered,
    deferred: inOrder(deferred),
    exceptionsUsed: ordered.flatMap(usedExceptionOf),
    controls: outcomes(all, run),
    resources: resources.size,
  };
}

function violationOf(
  event: EnginePolicyEvent,
  urn: string,
  control: Control | undefined,
  tier: Tier,
): ReportedViolation {
  const read = readExplanation(event.message);
  const words = read ?? { property: "", found: event.message, required: "a judgement of the pack" };
  return {
    control: event.policyName,
    severity: control?.severity ?? "high",
    level: event.enforcementLevel === "mandatory" ? "mandatory" : "advisory",
    tier,
    urn,
    why: control?.why ?? "The policy pack has no control of this name.",
    fix: control?.fix ?? { text: "See the message.", code: "" },
    ...words,
  };
}

/** A stack policy is run again after an update, and says the same again. */
function distinct(events: readonly EnginePolicyEvent[]): readonly EnginePolicyEvent[] {
  const identity = (event: EnginePolicyEvent) =>
    [event.policyName, event.resourceUrn, event.message].join("\u0000");
  return [...new Map(events.map((event) => [identity(event), event])).values()];
}

function usedExceptionOf(
  one: ReportedViolation,
): readonly (UsedException & { control: string; urn: string })[] {
  return one.exception === undefined ? [] : [{ ...one.exception, control: one.control, urn: one.urn }];
}

function outcomes(events: readonly EngineEvent[], { controls, tier }: EngineRun): Report["controls"] {
  const summaries = events.flatMap((event) =>
    [event.policyAnalyzeSummaryEvent, event.policyAnalyzeStackSummaryEvent].flatMap((one) => one ?? []),
  );
  const told = events.flatMap(({ policyEvent }) => policyEvent?.policyName ?? []);
  const judged = new Set([
    ...told,
    ...summaries.flatMap(({ passed, failed }) => [...(passed ?? []), ...(failed ?? [])]),
  ]);
  const names = (accepts: (control: Control) => boolean) =>
    controls.filter(accepts).map((control) => control.name);
  const isOff = (control: Control) => control.levels[tier] === "disabled";
  return {
    judged: names((control) => judged.has(control.name)),
    notApplicable: names((control) => !judged.has(control.name) && !isOff(control)),
    disabled: names((control) => !judged.has(control.name) && isOff(control)),
  };
}
