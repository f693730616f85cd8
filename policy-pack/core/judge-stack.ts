import type { Control, PackSettings, Tier, Violation } from "../contract/control";
import type { Report, ReportedViolation } from "../contract/report";
import type { RawResource } from "../contract/subject";
import { withException } from "../exceptions/apply";
import { EXCEPTIONS_VALID } from "../exceptions/control";
import type { ExceptionFile } from "../exceptions/record";
import { reviewExceptions, unusedExceptions } from "../exceptions/review";
import { answerForGraph, answerForResource, type Answer, type Circumstances, looksAt } from "./evaluate";
import { graphOf } from "./graph";
import { inOrder, reported } from "./report";
import { tiersOf } from "./tiers";

/** All that a judgement depends on. */
export interface Bench {
  readonly controls: readonly Control[];
  readonly settings: PackSettings;
  readonly exceptions: ExceptionFile;
  /** The day that dates are held against. */
  readonly now: Date;
  /** Whether unknown values will become known later. When false, an unknown is a violation. */
  readonly preview: boolean;
}

/** Judges all resources of one stack. */
export function judgeStack(resources: readonly RawResource[], bench: Bench): Report {
  const { tierOf, strictest } = tiersOf(resources, bench.settings);
  const answers = allAnswers(resources, bench, tierOf, strictest);
  const all = answers.map((answer) => reported(answer, tierOf));

  const stack = resources.find((raw) => raw.type === "pulumi:pulumi:Stack") ?? resources[0] ?? { urn: "" };
  const review = reviewExceptions(bench.exceptions, bench.controls, bench.settings, stack, bench.now);
  const byUrn = new Map(resources.map((raw) => [raw.urn, raw]));
  const violations = all
    .flatMap((one) => one.violations)
    .map((one) => withException(one, byUrn.get(one.urn), review.valid, review.expired, bench.now));
  const used = violations.flatMap(usedExceptionOf);
  const unused = unusedExceptions(review, new Set(used.map((one) => one.id)), stack);
  const ownViolations = ofTheExceptions([...review.violations, ...unused], strictest);

  return {
    violations: inOrder([...violations, ...ownViolations]),
    deferred: inOrder(all.flatMap((one) => one.deferred)),
    exceptionsUsed: used,
    controls: outcomes(bench.controls, answers, strictest),
    resources: resources.length,
  };
}

function allAnswers(
  resources: readonly RawResource[],
  bench: Bench,
  tierOf: (urn: string) => Tier,
  strictest: Tier,
): readonly Answer[] {
  const circumstances: Circumstances = bench;
  const graph = graphOf(resources);
  return bench.controls.flatMap((control) =>
    control.kind === "graph"
      ? [answerForGraph(control, graph, strictest, circumstances)]
      : resources
          .filter((raw) => looksAt(control, raw.type))
          .map((raw) => answerForResource(control, raw, tierOf(raw.urn), circumstances)),
  );
}

function usedExceptionOf(one: ReportedViolation): Report["exceptionsUsed"] {
  return one.exception === undefined ? [] : [{ ...one.exception, control: one.control, urn: one.urn }];
}

function ofTheExceptions(violations: readonly Violation[], tier: Tier): readonly ReportedViolation[] {
  return reported({ control: EXCEPTIONS_VALID, verdict: violations, failed: false }, () => tier).violations;
}

/** Sorts the controls by what came of them; a control that is off in the stack's tier counts as disabled. */
function outcomes(controls: readonly Control[], answers: readonly Answer[], tier: Tier): Report["controls"] {
  const judged = new Set(
    answers.flatMap((one) => (one.verdict === "not-applicable" ? [] : [one.control.name])),
  );
  const names = (accepts: (control: Control) => boolean) =>
    controls.filter(accepts).map((control) => control.name);
  const isDisabled = (control: Control) => control.levels[tier] === "disabled";
  return {
    judged: names((control) => !isDisabled(control) && judged.has(control.name)),
    notApplicable: names((control) => !isDisabled(control) && !judged.has(control.name)),
    disabled: names(isDisabled),
  };
}
