import type { BadConfig } from "../support/bad-config";

/** What a team is called. */
export const TEAM_NAMES: readonly BadConfig[] = [
  {
    name: "team name bad",
    edit: ["    checkout:\n", "    Check_Out:\n"],
    problems: [
      {
        at: "Pulumi.dev.yaml:20",
        path: "mlplatform:teams.fraud.models.scoring.callers[0]",
        found: 'the unknown team "checkout"',
        expected: "a team of this environment",
        fix: 'Write "Check_Out".',
      },
      {
        at: "Pulumi.dev.yaml:34",
        path: "mlplatform:teams.Check_Out",
        found: 'the name "Check_Out"',
        expected: "lower case letters, digits and single hyphens, starting with a letter",
        fix: "Rename the team.",
      },
    ],
  },
  {
    name: "team name too long",
    edit: ["    checkout:\n", "    checkout-and-payments:\n"],
    problems: [
      {
        at: "Pulumi.dev.yaml:20",
        path: "mlplatform:teams.fraud.models.scoring.callers[0]",
        found: 'the unknown team "checkout"',
        expected: "a team of this environment",
        fix: "Add the team to this environment, or remove the caller.",
      },
      {
        at: "Pulumi.dev.yaml:34",
        path: "mlplatform:teams.checkout-and-payments",
        found: 'the name "checkout-and-payments"',
        expected: "at most 16 characters",
        fix: "Rename the team.",
      },
    ],
  },
  {
    name: "team name reserved",
    edit: ["    checkout:\n", "    core:\n"],
    problems: [
      {
        at: "Pulumi.dev.yaml:20",
        path: "mlplatform:teams.fraud.models.scoring.callers[0]",
        found: 'the unknown team "checkout"',
        expected: "a team of this environment",
        fix: "Add the team to this environment, or remove the caller.",
      },
      {
        at: "Pulumi.dev.yaml:34",
        path: "mlplatform:teams.core",
        found: 'the name "core"',
        expected: "a name that the platform does not use itself",
        fix: "Choose another name for the team.",
      },
    ],
  },
  {
    name: "team name begins with another",
    edit: ["    checkout:\n", "    fraud-checkout:\n"],
    problems: [
      {
        at: "Pulumi.dev.yaml:20",
        path: "mlplatform:teams.fraud.models.scoring.callers[0]",
        found: 'the unknown team "checkout"',
        expected: "a team of this environment",
        fix: "Add the team to this environment, or remove the caller.",
      },
      {
        at: "Pulumi.dev.yaml:34",
        path: "mlplatform:teams.fraud-checkout",
        found: 'the name "fraud-checkout", which begins with "fraud-"',
        expected: 'a name whose resources cannot be taken for those of "fraud"',
        fix: 'Choose a name that does not begin with "fraud-", such as "checkout-fraud".',
      },
    ],
  },
  {
    name: "a team named __proto__",
    edit: ["    checkout:\n", "    __proto__:\n"],
    problems: [
      {
        at: "Pulumi.dev.yaml:20",
        path: "mlplatform:teams.fraud.models.scoring.callers[0]",
        found: 'the unknown team "checkout"',
        expected: "a team of this environment",
        fix: "Add the team to this environment, or remove the caller.",
      },
      {
        at: "Pulumi.dev.yaml:34",
        path: "mlplatform:teams.__proto__",
        found: 'the key "__proto__"',
        expected: "a key that JavaScript does not reserve",
        fix: "Rename it.",
      },
    ],
  },
  {
    name: "a team named constructor",
    edit: ["    checkout:\n", "    constructor:\n"],
    problems: [
      {
        at: "Pulumi.dev.yaml:20",
        path: "mlplatform:teams.fraud.models.scoring.callers[0]",
        found: 'the unknown team "checkout"',
        expected: "a team of this environment",
        fix: "Add the team to this environment, or remove the caller.",
      },
      {
        at: "Pulumi.dev.yaml:34",
        path: "mlplatform:teams.constructor",
        found: 'the key "constructor"',
        expected: "a key that JavaScript does not reserve",
        fix: "Rename it.",
      },
    ],
  },
];
