import type { Control } from "../contract/control";
import { cell } from "./markdown-text";
import { controlsByRequirement } from "./outcomes";
import { FRAMEWORKS } from "./rules";

/** The coverage matrix as a Markdown page: control by framework, and back from each requirement to its controls. */
export function coverageReference(controls: readonly Control[]): string {
  const head = ["control", ...FRAMEWORKS.map(({ title }) => title)];
  const rows = controls.map(({ name, frameworks }) =>
    row([link(name), ...FRAMEWORKS.map(({ key }) => (frameworks[key] ?? []).join(", "))]),
  );
  return `# Coverage: controls and frameworks

Generated from \`policy-pack/controls\` by \`npm run docs\`. A control that names a requirement supports it; none fulfils
it alone.

| framework | controls that support it | requirements supported |
| --- | ---: | ---: |
${FRAMEWORKS.map((framework) => sizeRow(framework, controls)).join("\n")}

## By control

${row(head)}
${row(head.map(() => "---"))}
${rows.join("\n")}

${FRAMEWORKS.map((framework) => byRequirement(framework, controls)).join("\n\n")}
`;
}

type Framework = (typeof FRAMEWORKS)[number];

function sizeRow({ key, title }: Framework, controls: readonly Control[]): string {
  const supporting = controls.filter(({ frameworks }) => (frameworks[key] ?? []).length > 0).length;
  return row([title, String(supporting), String(controlsByRequirement(controls, key).size)]);
}

function byRequirement({ key, title }: Framework, controls: readonly Control[]): string {
  const rows = [...controlsByRequirement(controls, key)].map(([requirement, names]) =>
    row([requirement, names.map(link).join(", ")]),
  );
  return `## By requirement: ${title}

${row(["requirement", "controls"])}
${row(["---", "---"])}
${rows.join("\n")}`;
}

const link = (name: string): string => `[${name}](rules.md#${name})`;
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
