import type { Context, Control, PackSettings, ResourceControl, Tier } from "../contract/control";
import type { RawResource } from "../contract/subject";
import { type Answer, looksAt, unsettledAnswer } from "./evaluate";
import { remembering, rememberingFor } from "./remembering";
import { subjectOf } from "./subject";

/** What the controls of single resources say. */
export interface ResourceAnswers {
  /** The controls that had something to judge. */
  readonly judged: ReadonlySet<Control>;
  /** The answers with findings, by their control. */
  readonly found: ReadonlyMap<Control, readonly Answer[]>;
}

/** What the answers depend on, besides the resource and its tier. */
export interface Court {
  readonly controls: readonly Control[];
  readonly settings: PackSettings;
  readonly now: Date;
}

/**
 * Judges every resource by the controls that look at its type. A control is told nothing but the resource and this
 * circumstance, so that a resource that is judged twice, in a finished stack and in a preview that shows it alike, is
 * asked for once.
 */
export function answersForResources(
  resources: readonly RawResource[],
  court: Court,
  tierOf: (urn: string) => Tier,
): ResourceAnswers {
  const lookingAt = controlsByType(court.controls);
  const judged = new Set<Control>();
  const found = new Map<Control, Answer[]>();
  for (const raw of resources) {
    const answers = answersFor(raw, tierOf(raw.urn), court, lookingAt);
    for (const control of answers.judged) judged.add(control);
    for (const answer of answers.found) {
      const others = found.get(answer.control);
      if (others === undefined) found.set(answer.control, [answer]);
      else others.push(answer);
    }
  }
  return { judged, found };
}

/** The controls that look at a type: the same for every stack and view. */
const controlsByType = rememberingFor((controls: readonly Control[]) => {
  const ofResources = controls.filter((control) => control.kind === "resource");
  return remembering((type) => ofResources.filter((control) => looksAt(control, type)));
});

interface AnswersForOne {
  readonly judged: readonly Control[];
  readonly found: readonly Answer[];
}

interface Remembered extends AnswersForOne {
  readonly court: Court;
  readonly tier: Tier;
}

const REMEMBERED = new WeakMap<RawResource, Remembered>();

function answersFor(
  raw: RawResource,
  tier: Tier,
  court: Court,
  lookingAt: (type: string) => readonly ResourceControl[],
): AnswersForOne {
  const before = REMEMBERED.get(raw);
  if (before?.tier === tier && isSame(before.court, court)) return before;
  const { settings, now } = court;
  const context: Context = { tier, settings, now };
  const subject = subjectOf(raw);
  const answers = lookingAt(raw.type)
    .map((control) => unsettledAnswer(control, subject, context))
    .filter(({ verdict }) => verdict !== "not-applicable");
  const remembered = {
    court,
    tier,
    judged: answers.map(({ control }) => control),
    found: answers.filter(({ verdict }) => verdict.length > 0),
  };
  REMEMBERED.set(raw, remembered);
  return remembered;
}

function isSame(one: Court, other: Court): boolean {
  return (
    one.controls === other.controls &&
    one.settings === other.settings &&
    one.now.getTime() === other.now.getTime()
  );
}
