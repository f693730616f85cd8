import type { Control } from "../../../policy-pack/contract/control";
import { aloneCatching, type Outcome, type Survivor } from "./outcome";

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

/**
 * The results as Markdown.
 * @param applicable The names of the controls that had something to judge in the unbroken graphs.
 * @param perClass How many mutants of each class were judged, at most; null for all of them.
 */
export function resultsPage(
  outcomes: readonly Outcome[],
  survivors: readonly Survivor[],
  controls: readonly Control[],
  applicable: ReadonlySet<string>,
  perClass: number | null,
): string {
  const caught = outcomes.filter(({ caughtBy }) => caughtBy.length > 0);
  const off = outcomes.filter(({ offInTier }) => offInTier);
  const harmless = survivors.filter(({ excuse }) => excuse?.reason !== undefined);
  const gaps = survivors.filter(({ excuse }) => excuse !== undefined && excuse.reason === undefined);
  const open = survivors.filter(({ excuse }) => excuse === undefined);
  const harmful = outcomes.length - harmless.length - off.length;
  const names = controls.map(({ name }) => name);
  return `# Mutation test of the policy pack

Written by \`npm run mutation\`. The security-relevant properties of all resources of org, dev, staging and prod are
broken, one at a time, by a generator that knows nothing of the controls. Of each class of mutants (type, property and
what is done to it) ${judgedOf(perClass)}.

| | |
| --- | --- |
| classes of mutants | ${new Set(outcomes.map(({ className }) => className)).size} |
| mutants judged | ${outcomes.length} |
| caught, of those that could do harm | ${caught.length} of ${harmful}, ${percent(caught.length, harmful)} |
| classes of which all that could do harm were caught | ${wholeClasses(outcomes, [...gaps, ...open])} |
| blocked, of those that were caught; the others are told | ${percent(caught.filter(({ blocked }) => blocked).length, caught.length)} |
| harmless, with the reason written down | ${harmless.length} |
| caught in prod, off in the tier of their stack | ${off.length} |
| gaps | ${gaps.length} |
| survived, and nobody said why | ${open.length} |

## Survived, and nobody said why

${list(open.map(({ className }) => className))}

## Gaps

${grouped(gaps, ({ excuse }) => excuse?.gap ?? `For \`${excuse?.awaits}\`, once the pack has it.`)}

## Harmless, and why

${grouped(harmless, ({ excuse }) => excuse?.reason ?? "")}

## Controls that catch no mutant alone

Though the graphs have something for them to judge:

${list(
  notAlone(
    outcomes,
    names.filter((name) => applicable.has(name)),
  ),
)}

The graphs have nothing for these:

${list(names.filter((name) => !applicable.has(name)))}
`;
}

const judgedOf = (perClass: number | null): string =>
  perClass === null
    ? "all are judged"
    : `at most ${perClass} ${perClass === 1 ? "is" : "are"} judged, spread over the stacks and their resources`;

/** How many classes have a mutant that was caught, and how many of them none that could do harm and was not. */
function wholeClasses(outcomes: readonly Outcome[], missed: readonly Survivor[]): string {
  const namesOf = (some: readonly Outcome[]) => new Set(some.map(({ className }) => className));
  const open = namesOf(missed);
  const all = namesOf([...outcomes.filter(({ caughtBy }) => caughtBy.length > 0), ...missed]);
  const whole = [...all].filter((name) => !open.has(name)).length;
  return `${whole} of ${all.size}, ${percent(whole, all.size)}`;
}

function notAlone(outcomes: readonly Outcome[], names: readonly string[]): readonly string[] {
  const alone = aloneCatching(outcomes);
  const any = new Set(outcomes.flatMap(({ caughtBy }) => caughtBy));
  return names
    .filter((name) => !alone.has(name))
    .map((name) => `${name}: ${any.has(name) ? "others catch the same mutants" : "it catches none"}`);
}

/** The classes of mutants by what is said of them. */
function grouped(survivors: readonly Survivor[], saidOf: (survivor: Survivor) => string): string {
  const groups = new Map<string, string[]>();
  for (const survivor of survivors) {
    const said = saidOf(survivor);
    groups.set(said, [...(groups.get(said) ?? []), survivor.className]);
  }
  if (groups.size === 0) return "None.";
  return [...groups].map(([said, names]) => `### ${said}\n\n${list(names)}`).join("\n\n");
}

const list = (lines: readonly string[]): string =>
  lines.length === 0
    ? "None."
    : [...new Set(lines)]
        .sort()
        .map((line) => `- \`${line}\``)
        .join("\n");
