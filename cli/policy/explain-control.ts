import pc from "picocolors";
import type { Control, Level } from "../../policy-pack/contract/control";
import { isExemptible } from "../../policy-pack/exceptions/exemptible";
import { anchorsOf } from "../../policy-pack/reports/rules";

const LEVELS: Readonly<Record<Level, string>> = {
  disabled: "off",
  advisory: "tells",
  mandatory: "blocks",
};

/** All that is known of a control, for the terminal. */
export function explained(control: Control): string {
  const { name, description, severity, levels, why, fix, exemptibleInProd } = control;
  const inTiers = (["dev", "staging", "prod"] as const).map((tier) => `${LEVELS[levels[tier]]} in ${tier}`);
  const looksAt = control.kind === "graph" ? "all resources of a stack together" : control.types.join(", ");
  const exception = !isExemptible(control, "dev")
    ? "none can be had"
    : exemptibleInProd === false
      ? "none can be had in prod"
      : `the security team grants one in policy-pack/exceptions.yaml (control: ${name})`;
  return [
    `${pc.bold(name)}  ${severity}`,
    description,
    "",
    row("why", why),
    row("levels", inTiers.join(", ")),
    row("looks at", looksAt),
    row("exception", exception),
    ...anchorsOf(control).map((anchor, i) => row(i === 0 ? "known as" : "", anchor)),
    row("fix", fix.text),
    "",
    ...fix.code.split("\n").map((line) => `    ${pc.cyan(line)}`),
  ].join("\n");
}

/** The longest line, the first column apart: what a terminal of 100 columns shows without breaking words. */
const WIDTH = 86;

function row(title: string, words: string): string {
  const [first = "", ...others] = wrapped(words);
  return [`${pc.dim(title.padEnd(10))} ${first}`, ...others.map((line) => " ".repeat(11) + line)].join("\n");
}

function wrapped(words: string): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
