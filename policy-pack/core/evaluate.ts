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
import { violation } from "./findings";
import { subjectOf } from "./subject";

/** A control's answer, before levels and exceptions: what it found, or that it had nothing to judge. */
export interface Answer {
  readonly control: Control;
  readonly verdict: Verdict;
  /** Why the control could not judge: it threw. The verdict then holds one violation that says so. */
  readonly failed: boolean;
}

/** What judging needs besides the resources; the tier is added for each resource. */
export type Circumstances = Omit<Context, "tier">;

/** Whether a control looks at resources of a type: by its full token, or by all of a provider's, `aws:*`. */
export function looksAt(control: ResourceControl, type: string): boolean {
  return isTypeOf(control.types, type);
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
  circumstances: Circumstances,
): Answer {
  if (!looksAt(control, raw.type)) return { control, verdict: "not-applicable", failed: false };
  const subject: Subject = subjectOf(raw);
  return answer(control, subject, () => control.check(subject, { ...circumstances, tier }), circumstances);
}

/** A graph control's answer for a whole stack. It does not throw. */
export function answerForGraph(
  control: GraphControl,
  graph: Graph,
  tier: Tier,
  circumstances: Circumstances,
): Answer {
  const blamed = graph.nodes[0] ?? { urn: "" };
  return answer(control, blamed, () => control.check(graph, { ...circumstances, tier }), circumstances);
}

function answer(
  control: Control,
  blamed: Pick<Subject, "urn">,
  check: () => Verdict,
  circumstances: Circumstances,
): Answer {
  try {
    const verdict = check();
    if (verdict === "not-applicable" || circumstances.preview) return { control, verdict, failed: false };
    return { control, verdict: verdict.map(settled), failed: false };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const finding = violation(
      blamed,
      control.name,
      `the control failed: ${reason}`,
      "a control that can judge this resource",
    );
    return { control, verdict: [finding], failed: true };
  }
}

/** Once nothing will become known any more, what cannot be judged is a violation. */
function settled(finding: Finding): Finding {
  if (finding.kind === "violation") return finding;
  return violation(finding, finding.property, { state: "unknown" }, "a value that can be judged");
}
