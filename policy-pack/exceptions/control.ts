import type { Control } from "../contract/control";

/** The control under which the exceptions themselves are judged. Its findings come from the file, not from a resource. */
export const EXCEPTIONS_VALID: Control = {
  kind: "graph",
  name: "exceptions-valid",
  description: "Every exception is complete, approved, narrow, within its days, and still needed.",
  severity: "high",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "An exception that nobody looks after is a hole that nobody knows of.",
  fix: {
    text: "Renew the exception in policy-pack/exceptions.yaml through the security team, or remove it.",
    code: "# policy-pack/exceptions.yaml\nexceptions: []",
  },
  frameworks: { nist: ["CA-5", "RA-7"] },
  exemptibleInProd: false,
  check: () => "not-applicable",
};
