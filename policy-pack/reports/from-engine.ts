import type { Control, PackSettings, Tier } from "../contract/control";
import type { Report, ReportedDeferral, ReportedViolation } from "../contract/report";
import type { RawResource } from "../contract/subject";
import { CONTROL_FAILED } from "../core/control-failed";
import { inOrder } from "../core/report";
import { isExemptible } from "../exceptions/exemptible";
import { tiersOf } from "../core/tiers";
import type { EngineEvent, EnginePolicyEvent } from "./engine-event";
import { engineResources, type EngineResource } from "./engine-resources";
import { allRules } from "./rules";
import { readDeferral, readExplanation } from "./read-explanation";
import { remediationsIn } from "./remediations";
import type { StackReport } from "./stack-report";
import { usedExceptions } from "./used-exceptions";

export type { EngineEvent } from "./engine-event";

export interface EngineRun {
  readonly stack: string;
  /** The controls of the pack that judged, with the levels that its configuration gave them. */
  readonly controls: readonly Control[];
  /** What the pack is told of the company, from which the tiers come. */
  readonly settings: PackSettings;
  /** Why the run ended without having judged everything, in the engine's words. Default: it did not. */
  readonly failure?: string | undefined;
}

/**
 * The report of a run of the engine, from its events. The engine passes on words only; what the pack had put in them
 * is read back. A message that the pack did not write, from a fault of the policy server for example, is reported
 * whole. A run that ended before the pack had judged all resources together is never clean: that is a violation.
 */
export function reportFromEngine(events: Iterable<EngineEvent>, run: EngineRun): StackReport {
  const rules = new Map(allRules(run.controls).map((control) => [control.name, control]));
  const all = [...events];
  const resources = engineResources(all);
  const remediated = remediationsIn(all);
  const { tierOf, strictest } = tiersOf(resources.map(asRaw), run.settings);
  const told = distinct(all.flatMap(({ policyEvent }) => (policyEvent === undefined ? [] : [policyEvent])));
  const violations: ReportedViolation[] = [];
  const deferred: ReportedDeferral[] = [];
  for (const event of told) {
    const deferral = readDeferral(event.message);
    const urn = event.resourceUrn ?? "";
    if (deferral === undefined)
      violations.push(violationOf(event, urn, rules.get(event.policyName), tierOf(urn)));
    else deferred.push({ control: event.policyName, urn, ...deferral });
  }
  const ordered = inOrder([...violations, ...unjudgedRun(all, run, violations, strictest)]);
  return {
    stack: run.stack,
    problems: [],
    violations: ordered,
    deferred: inOrder(deferred),
    exceptionsUsed: usedExceptions(ordered),
    controls: outcomes(all, run.controls, strictest),
    resources: resources.length,
    ...(remediated.length === 0 ? {} : { remediated }),
  };
}

/** Only what decides on the tier is known of these resources: they are not judged again. */
const asRaw = (resource: EngineResource): RawResource => ({ ...resource, props: {}, options: {} });

/** A run that did not come to judge all resources together, unless something blocked it before. */
function unjudgedRun(
  events: readonly EngineEvent[],
  { stack, failure }: EngineRun,
  violations: readonly ReportedViolation[],
  tier: Tier,
): readonly ReportedViolation[] {
  const isWhole = events.some(({ policyAnalyzeStackSummaryEvent }) => policyAnalyzeStackSummaryEvent);
  if ((isWhole && failure === undefined) || violations.some(({ level }) => level === "mandatory")) return [];
  const { name, severity, why, fix } = CONTROL_FAILED;
  const found = failure ?? "the engine ended without a judgement of all resources together";
  return [
    {
      ...{ control: name, severity, level: "mandatory", tier, exemptible: false, why, fix, found },
      urn: `urn:pulumi:${stack}::::pulumi:pulumi:Stack::${stack}`,
      property: "run of the engine",
      required: "a run that ends well, in which the whole pack judges",
    },
  ];
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
    ...(control === undefined || isExemptible(control, tier) ? {} : { exemptible: false as const }),
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

function outcomes(
  events: readonly EngineEvent[],
  controls: readonly Control[],
  tier: Tier,
): Report["controls"] {
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
