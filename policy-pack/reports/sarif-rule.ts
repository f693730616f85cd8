import type { ReportingDescriptor } from "sarif";
import type { Control, Severity } from "../contract/control";
import { codeBlock } from "./markdown-text";
import { anchorsOf, CONFIGURATION } from "./rules";

/**
 * What code scanning sorts by: over 9.0 is critical, 7.0 to 8.9 high, 4.0 to 6.9 medium, below low
 * (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
};

/** A control as a rule of SARIF, with the help that code scanning shows beside a result. */
export function sarifRule(control: Control): ReportingDescriptor {
  const { name, description, why, fix, severity, levels } = control;
  const anchors = anchorsOf(control);
  const inTiers = `dev: ${levels.dev}, staging: ${levels.staging}, prod: ${levels.prod}`;
  return {
    id: name,
    name: name.replace(/(^|-)(.)/g, (_match, _dash, letter: string) => letter.toUpperCase()),
    shortDescription: { text: description },
    fullDescription: { text: why },
    help: {
      text: [why, "", `Fix: ${fix.text}`, "", fix.code, "", `Level. ${inTiers}`, ...anchors].join("\n"),
      markdown: [
        why,
        `**Fix.** ${fix.text}`,
        codeBlock(fix.code, "typescript"),
        `**Level.** ${inTiers}`,
        anchors.map((anchor) => `- ${anchor}`).join("\n"),
      ].join("\n\n"),
    },
    defaultConfiguration: { level: levels.prod === "mandatory" ? "error" : "warning" },
    properties: {
      tags: ["security"],
      precision: "very-high",
      "problem.severity": levels.prod === "mandatory" ? "error" : "warning",
      "security-severity": SECURITY_SEVERITY[severity],
    },
  };
}

/** The rule of what is wrong with the configuration itself. */
export const CONFIGURATION_RULE: ReportingDescriptor = {
  id: CONFIGURATION,
  name: "Configuration",
  shortDescription: { text: "The configuration can be read and makes sense." },
  fullDescription: { text: "A stack whose configuration is not valid is neither judged nor deployed." },
  help: { text: "Every problem says what was found, what is expected, and what to do." },
  defaultConfiguration: { level: "error" },
  properties: { tags: ["configuration"] },
};
