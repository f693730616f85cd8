import { blocks } from "../contract/report";
import { isAdvice, isBlocking } from "./by-control";
import {
  adviceSections,
  blockingSections,
  deferralSection,
  exceptionSection,
  remediationSection,
} from "./markdown-findings";
import { cell, code, plain } from "./markdown-text";
import { outcomeOf, type StackReport } from "./stack-report";
import { countExceptions } from "./used-exceptions";

/**
 * The longest comment that GitHub takes, in characters
 * (https://docs.github.com/en/rest/issues/comments, and the error "Body is too long (maximum is 65536 characters)").
 */
export const LONGEST_COMMENT = 65_536;

/** The first line, by which a later run finds the comment and replaces it. */
export const MARKER = "<!-- mlplatform-policies -->";

const LEFT_OUT =
  "\n\n*The rest is left out, since a comment has a longest length: the job keeps the whole report.*\n";

/** The reports as a comment on a pull request: the verdict first, what blocks next, all else folded. */
export function markdownReport(stacks: readonly StackReport[], longest = LONGEST_COMMENT): string {
  const sections = [
    `${MARKER}\n## ${verdict(stacks)}`,
    overview(stacks),
    ...problemSections(stacks),
    ...blockingSections(stacks),
    ...remediationSection(stacks),
    ...exceptionSection(stacks),
    ...adviceSections(stacks),
    ...deferralSection(stacks),
  ];
  return withinLimit(sections, longest);
}

function verdict(stacks: readonly StackReport[]): string {
  const names = (those: readonly StackReport[]) => those.map(({ stack }) => stack).join(", ");
  switch (outcomeOf(stacks)) {
    case "clean":
      return `✔ Policies: clean in ${names(stacks)}`;
    case "blocked":
      return `✖ Policies: blocked in ${names(stacks.filter(blocks))}`;
    case "bad input":
      return `✖ Policies: the configuration of ${names(stacks.filter((one) => one.problems.length > 0))} is not valid`;
  }
}

function overview(stacks: readonly StackReport[]): string {
  const rows = stacks.map(
    ({ stack, problems, resources, controls, violations, exceptionsUsed, deferred }) => {
      const blocking = violations.filter(isBlocking).length;
      const advice = violations.filter(isAdvice).length;
      const numbers = [
        resources,
        controls.judged.length,
        blocking,
        advice,
        countExceptions(exceptionsUsed),
        deferred.length,
      ];
      const cells = problems.length > 0 ? ["not judged", "", "", "", "", ""] : numbers;
      return `| ${[cell(code(stack)), ...cells].join(" | ")} |`;
    },
  );
  return [
    "| stack | resources judged | controls judged | block | advice | exceptions in use | left to `up` |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
}

function problemSections(stacks: readonly StackReport[]): readonly string[] {
  return stacks.flatMap(({ problems }) =>
    problems.map(({ path, found, expected, fix, file, line }) => {
      const place = file === undefined ? "" : ` (${plain(file)}${line === undefined ? "" : `:${line}`})`;
      return `- ${code(path)}${place}: found ${code(found)}, expected ${plain(expected)}. ${plain(fix)}`;
    }),
  );
}

/** Whole sections only, so that no block of code or fold is cut open. */
function withinLimit(sections: readonly string[], longest: number): string {
  const whole = `${sections.join("\n\n")}\n`;
  if (whole.length <= longest) return whole;
  let kept = "";
  for (const section of sections) {
    const next = kept === "" ? section : `${kept}\n\n${section}`;
    if (next.length + LEFT_OUT.length > longest) break;
    kept = next;
  }
  return kept + LEFT_OUT;
}
