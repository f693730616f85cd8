import type { Control } from "../../../policy-pack/contract/control";
import { aloneCatching, type Outcome, survived, unexplained } from "./outcome";

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

/** The results as Markdown. */
export function resultsPage(
  outcomes: readonly Outcome[],
  controls: readonly Control[],
  applicable: ReadonlySet<string>,
): string {
  const caught = outcomes.filter((outcome) => !survived(outcome));
  const harmless = outcomes.filter(({ excuse }) => excuse?.reason !== undefined);
  const harmful = outcomes.length - harmless.length;
  const classes = new Set(outcomes.map(({ className }) => className));
  return `# Mutation test of the policy pack

Written by \`npm run mutation\`. Every security-relevant property of every resource of org, dev, staging and prod is
broken, one at a time, by a generator that knows nothing of the controls; of each class of mutants (type, property and
what is done to it) some are judged in each stack.

|                                                     |                                        |
| --------------------------------------------------- | -------------------------------------- |
| classes of mutants                                  | ${classes.size}                        |
| mutants judged                                      | ${outcomes.length}                     |
| caught, of those that are not harmless              | ${caught.length} of ${harmful}, ${percent(caught.length, harmful)} |
| of these, blocked and not told only                 | ${percent(caught.filter(({ blocked }) => blocked).length, caught.length)} |
| harmless, with the reason written down              | ${harmless.length}                     |
| gaps: no control looks at it, or it is still to come | ${outcomes.filter(({ excuse }) => excuse !== undefined && excuse.reason === undefined).length} |
| survived, and unexplained                           | ${outcomes.filter(unexplained).length} |

## Unexplained

${list(outcomes.filter(unexplained).map(({ className }) => className))}

## Gaps

${gaps(outcomes)}

## Harmless, and why

${reasons(outcomes)}

## Controls that no mutant is caught by alone

Of those for which the graphs have something to judge:

${list(
  notAlone(
    outcomes,
    controls.map(({ name }) => name).filter((name) => applicable.has(name)),
  ),
)}

For these they have nothing:

${list(controls.map(({ name }) => name).filter((name) => !applicable.has(name)))}
`;
}

function notAlone(outcomes: readonly Outcome[], names: readonly string[]): readonly string[] {
  const alone = aloneCatching(outcomes);
  const any = new Set(outcomes.flatMap(({ caughtBy }) => caughtBy));
  return names
    .filter((name) => !alone.has(name))
    .map((name) => (any.has(name) ? `${name} (with others)` : `${name} (catches none)`));
}

function gaps(outcomes: readonly Outcome[]): string {
  return grouped(
    outcomes,
    ({ excuse }) => excuse?.gap ?? (excuse?.awaits && `${excuse.awaits}, once the pack has it`),
  );
}

function reasons(outcomes: readonly Outcome[]): string {
  return grouped(outcomes, ({ excuse }) => excuse?.reason);
}

/** The classes by what is said of them, with how many mutants each. */
function grouped(outcomes: readonly Outcome[], saidOf: (outcome: Outcome) => string | undefined): string {
  const groups = new Map<string, Set<string>>();
  for (const outcome of outcomes) {
    const said = saidOf(outcome);
    if (said === undefined) continue;
    groups.set(said, (groups.get(said) ?? new Set()).add(outcome.className));
  }
  if (groups.size === 0) return "None.";
  return [...groups]
    .map(
      ([said, names]) =>
        `- ${said}\n${[...names]
          .sort()
          .map((name) => `  - \`${name}\`\n`)
          .join("")}`,
    )
    .join("");
}

const list = (lines: readonly string[]): string =>
  lines.length === 0
    ? "None."
    : [...new Set(lines)]
        .sort()
        .map((line) => `- \`${line}\``)
        .join("\n");
