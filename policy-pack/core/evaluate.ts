import type {
  Context,
  Control,
  Finding,
  GraphControl,
  ResourceControl,
  Tier,
  Verdict,
} from "../contract/control";
import type { Graph, RawResource, Subject } from "../contract/subject";
import { currentType } from "./current-type";
import { violation } from "./findings";
import { stackUrnOf } from "./stack-urn";
import { subjectOf } from "./subject";

/** A control's answer, before levels and exceptions: what it found, or that it had nothing to judge. */
export interface Answer {
  readonly control: Control;
  readonly verdict: Verdict;
  /** Why the control could not judge: it threw. The verdict then holds one violation that says so. */
  readonly failed: boolean;
}

/** What judging needs besides the resources; the tier is added for each resource. */
export interface Circumstances extends Omit<Context, "tier"> {
  /** Whether unknown values will become known later: then they defer; otherwise an unknown is a violation. */
  readonly preview: boolean;
}

/** Whether a control looks at resources of a type: by its full token, or by all of a provider's, `aws:*`. */
export function looksAt(control: ResourceControl, type: string): boolean {
  return isTypeOf(control.types, currentType(type));
}

/** Whether a type is one of a list of full tokens, in which `aws:*` stands for all of a provider's. */
export function isTypeOf(types: readonly string[], type: string): boolean {
  return types.some((own) => own === type || (own.endsWith(":*") && type.startsWith(own.slice(0, -1))));
}

/** A resource control's answer for one resource. It does not throw. */
export function answerForResource(
  control: ResourceControl,
  raw: RawResource,
  tier: Tier,
  { settings, now, preview }: Circumstances,
): Answer {
  if (!looksAt(control, raw.type)) return { control, verdict: "not-applicable", failed: false };
  return settled(unsettledAnswer(control, subjectOf(raw), { tier, settings, now }), preview);
}

/**
 * The answer of a control that looks at the type of a resource, where what cannot be judged yet is left so: whether
 * anything will become known is asked later. It does not throw.
 */
export function unsettledAnswer(control: ResourceControl, subject: Subject, context: Context): Answer {
  return answer(
    control,
    () => subject.urn,
    () => control.check(subject, context),
  );
}

/** A graph control's answer for a whole stack. It does not throw. */
export function answerForGraph(
  control: GraphControl,
  graph: Graph,
  tier: Tier,
  { settings, now, preview }: Circumstances,
): Answer {
  return settled(
    answer(
      control,
      () => stackUrnOf(graph.nodes),
      () => control.check(graph, { tier, settings, now }),
    ),
    preview,
  );
}

/** @param blamed Where it is found when the control fails, which is looked up only then. */
function answer(control: Control, blamed: () => string, check: () => Verdict): Answer {
  try {
    return { control, verdict: check(), failed: false };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const finding = violation(
      { urn: blamed() },
      control.name,
      `the control failed: ${reason}`,
      "a control that can judge this resource",
    );
    return { control, verdict: [finding], failed: true };
  }
}

/** An answer after which nothing becomes known any more, save at a preview: what cannot be judged is a violation. */
export function settled(answer: Answer, preview: boolean): Answer {
  if (preview || answer.verdict === "not-applicable") return answer;
  return { ...answer, verdict: answer.verdict.map(settledFinding) };
}

function settledFinding(finding: Finding): Finding {
  if (finding.kind === "violation") return finding;
  return violation(finding, finding.property, { state: "unknown" }, "a value that can be judged");
}
