import { type GraphControl, mustBe, type ResourceControl } from "../../../policy-pack/core";

const common = {
  description: "A made-up control.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Because this test says so.",
  fix: { text: "Set it.", code: "colour: 'red'" },
  frameworks: { nist: ["CM-6"] },
} as const;

/** Keys must be red. */
export const redKeys: ResourceControl = {
  ...common,
  kind: "resource",
  name: "red-keys",
  types: ["aws:kms/key:Key"],
  check: (subject) => mustBe(subject, "colour", (value) => value === "red", '"red"'),
};

/** The same, as a control of the graph. */
export const redKeysInGraph: GraphControl = {
  ...common,
  kind: "graph",
  name: "red-keys-in-graph",
  check: (graph) => {
    const keys = graph.byType("aws:kms/key:Key");
    return keys.length === 0
      ? "not-applicable"
      : keys.flatMap((key) => mustBe(key, "colour", (c) => c === "red", '"red"'));
  },
};

/** A control with a fault. */
export const broken: ResourceControl = {
  ...common,
  kind: "resource",
  name: "broken",
  types: ["aws:kms/key:Key"],
  check: () => {
    throw new Error("a fault of its own");
  },
};
