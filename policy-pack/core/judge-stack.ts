import type { Control, PackSettings, Tier, Violation } from "../contract/control";
import type { Report, ReportedViolation } from "../contract/report";
import type { RawResource } from "../contract/subject";
import { withException } from "../exceptions/apply";
import { EXCEPTIONS_VALID } from "../exceptions/control";
import type { ExceptionFile } from "../exceptions/record";
import { reviewExceptions } from "../exceptions/review";
import { useViolations } from "../exceptions/use";
import { answerForGraph, type Answer, settled } from "./evaluate";
import { graphOf } from "./graph";
import { inOrder, reported } from "./report";
import { answersForResources } from "./resource-answers";
import { stackUrnOf } from "./stack-urn";
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
  /** Ids of exceptions that were seen in use before all resources were judged together. Default: none. */
  readonly exceptionsUsedBefore?: ReadonlySet<string>;
}

/** Judges all resources of one stack. */
export function judgeStack(resources: readonly RawResource[], bench: Bench): Report {
  const { tierOf, strictest } = tiersOf(resources, bench.settings);
  const { answers, judged } = allAnswers(resources, bench, tierOf, strictest);
  const all = answers.map((answer) => reported(answer, tierOf));

  const stack = { urn: stackUrnOf(resources) };
  const review = reviewExceptions(bench.exceptions, bench.controls, bench.settings, stack, bench.now);
  const byUrn = new Map(resources.map((raw) => [raw.urn, raw]));
  const violations = all
    .flatMap((one) => one.violations)
    .map((one) => withException(one, byUrn.get(one.urn), review, bench.now));
  const deferred = inOrder(all.flatMap((one) => one.deferred));
  const use = useViolations(
    review,
    { resources, violations, deferred, tierOf },
    stack,
    bench.exceptionsUsedBefore,
  );
  const ownViolations = ofTheExceptions([...review.violations, ...use], strictest);

  return {
    violations: inOrder([...violations, ...ownViolations]),
    deferred,
    exceptionsUsed: violations.flatMap(usedExceptionOf),
    controls: outcomes(bench.controls, judged, strictest),
    resources: resources.length,
  };
}

/** The answers of all controls, in the order of the controls, and the controls that had something to judge. */
function allAnswers(
  resources: readonly RawResource[],
  bench: Bench,
  tierOf: (urn: string) => Tier,
  strictest: Tier,
): { readonly answers: readonly Answer[]; readonly judged: ReadonlySet<Control> } {
  const graph = graphOf(resources);
  const single = answersForResources(resources, bench, tierOf);
  const judged = new Set(single.judged);
  const answers = bench.controls.flatMap((control) => {
    if (control.kind === "resource") {
      return (single.found.get(control) ?? []).map((answer) => settled(answer, bench.preview));
    }
    const answer = answerForGraph(control, graph, strictest, bench);
    if (answer.verdict !== "not-applicable") judged.add(control);
    return [answer];
  });
  return { answers, judged };
}

function usedExceptionOf(one: ReportedViolation): Report["exceptionsUsed"] {
  return one.exception === undefined ? [] : [{ ...one.exception, control: one.control, urn: one.urn }];
}

function ofTheExceptions(violations: readonly Violation[], tier: Tier): readonly ReportedViolation[] {
  return reported({ control: EXCEPTIONS_VALID, verdict: violations, failed: false }, () => tier).violations;
}

/** Sorts the controls by what came of them; a control that is off in the stack's tier counts as disabled. */
function outcomes(
  controls: readonly Control[],
  judged: ReadonlySet<Control>,
  tier: Tier,
): Report["controls"] {
  const names = (accepts: (control: Control) => boolean) =>
    controls.filter(accepts).map((control) => control.name);
  const isDisabled = (control: Control) => control.levels[tier] === "disabled";
  return {
    judged: names((control) => !isDisabled(control) && judged.has(control)),
    notApplicable: names((control) => !isDisabled(control) && !judged.has(control)),
    disabled: names(isDisabled),
  };
}
