import type { Control } from "../contract/control";

/** The control under which a control that threw is reported, so that a fault in the pack never lets anything pass. */
export const CONTROL_FAILED: Control = {
  kind: "graph",
  name: "control-failed",
  description: "Every control can judge what it is given.",
  severity: "high",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "A control that stops half way has judged nothing, and a mistake may hide behind it.",
  fix: {
    text: "Mend the control, or the value that it could not read; its test shows how it is run.",
    code: "npx mocha 'test/policy-pack/**/*.test.ts'",
  },
  frameworks: { nist: ["SI-6"] },
  exemptibleInProd: false,
  check: () => "not-applicable",
};
