import type { Control } from "../contract/control";
import { REMEDIATIONS, type Remediation } from "../remediation";
import { cell, codeBlock, plain } from "./markdown-text";
import { anchorsOf } from "./rules";

/** How a level is shown in a table. */
const SHORT = { disabled: "–", advisory: "tells", mandatory: "**blocks**" } as const;

/** The reference of a pack's controls, as a Markdown page: a table of all, then each with its reason and its fix. */
export function rulesReference(controls: readonly Control[]): string {
  const rows = controls.map(
    ({ name, severity, levels, description }) =>
      `| [${name}](#${name}) | ${severity} | ${SHORT[levels.dev]} | ${SHORT[levels.staging]} | ${SHORT[levels.prod]} | ${cell(plain(description))} |`,
  );
  return `# The controls of the policy pack

Generated from \`policy-pack/controls\` by \`npm run docs\`: ${controls.length} controls. \`npm run policy -- explain NAME\` prints one, and
[coverage](coverage.md) shows which requirement of which framework each meets.

| control | severity | dev | staging | prod | what must be so |
| --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

${controls.map(section).join("\n\n")}
`;
}

function section(control: Control): string {
  const { name, description, severity, kind, why, fix, levels, exemptibleInProd } = control;
  const looksAt =
    control.kind === "graph" ? "all resources together" : control.types.map((one) => `\`${one}\``).join(", ");
  const exception = exemptibleInProd === false ? "not in prod" : "possible";
  return [
    `## ${name}`,
    plain(description),
    plain(why),
    `**Fix.** ${plain(fix.text)}`,
    codeBlock(fix.code, "typescript"),
    [
      `- ${severity} severity; dev ${levels.dev}, staging ${levels.staging}, prod ${levels.prod}; exceptions: ${exception}`,
      `- judges ${kind === "graph" ? "the graph" : "one resource"}: ${looksAt}`,
      ...REMEDIATIONS.filter(({ controls }) => controls.includes(name)).map(remediationLine),
      ...anchorsOf(control).map((anchor) => `- ${anchor}`),
    ].join("\n"),
  ].join("\n\n");
}

function remediationLine({ name, description, corrects }: Remediation): string {
  const what = corrects === true ? "corrects what the program says" : "fills in what is left out";
  return `- remediation \`${name}\`, which ${what}: ${plain(description)}`;
}
