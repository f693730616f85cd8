import type { NewOptions } from "../options";

/** `s3-bucket-versioned` as a variable: `s3BucketVersioned`. */
export const variableName = (name: string): string =>
  name.replace(/-(.)/g, (_match, letter: string) => letter.toUpperCase());

/** The file of a control that has yet to be written. It throws, which counts as a violation: it cannot pass unseen. */
export function controlFile({ name, kind, type }: NewOptions): string {
  const isGraph = kind === "graph";
  return `import { type ${isGraph ? "GraphControl" : "ResourceControl"}, violation } from "../../core";

export const ${variableName(name)}: ${isGraph ? "GraphControl" : "ResourceControl"} = {
  kind: "${kind}",
  name: "${name}",
  description: "Say in one sentence what must be so.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Say what an attacker or an accident does with it, in words for somebody who has never heard of it.",
  fix: {
    text: "Say what to change.",
    code: \`// The property as it should be written.\`,
  },
  frameworks: { nist: ["CM-6"] },
${isGraph ? graphCheck(type) : resourceCheck(type)}};
`;
}

function resourceCheck(type: string): string {
  return `  types: ["${type}"],
  check: (subject) => {
    const value = subject.properties.get("property");
    if (value.state === "known") return [violation(subject, "property", value, "what it should be")];
    throw new Error("this control does not say yet what it makes of a value that is not set, or not known");
  },
`;
}

function graphCheck(type: string): string {
  return `  check: (graph) => {
    const subjects = graph.byType("${type}");
    if (subjects.length === 0) return "not-applicable";
    return subjects.flatMap((subject) => {
      const value = subject.properties.get("property");
      if (value.state === "known") return [violation(subject, "property", value, "what it should be")];
      throw new Error("this control does not say yet what it makes of a value that is not set, or not known");
    });
  },
`;
}
