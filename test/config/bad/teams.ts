import type { BadConfig } from "../support/bad-config";

/** Who a team is. */
export const TEAMS: readonly BadConfig[] = [
  {
    name: "slot taken",
    edit: ["networkSlot: 1", "networkSlot: 0"],
    problems: [
      {
        at: "Pulumi.dev.yaml:38",
        path: "mlplatform:teams.checkout.networkSlot",
        found: "0, which is the slot of fraud",
        expected: "a slot that no other team of the account has",
        fix: "Give the newer of the two teams the slot 1; a slot in use never moves.",
      },
    ],
  },
  {
    name: "slot too large",
    edit: ["networkSlot: 1", "networkSlot: 120"],
    problems: [
      {
        at: "Pulumi.dev.yaml:38",
        path: "mlplatform:teams.checkout.networkSlot",
        found: "the number 120",
        expected: "a number of at most 119",
        fix: "Change it to a number of at most 119.",
      },
    ],
  },
  {
    name: "slot fraction",
    edit: ["networkSlot: 1", "networkSlot: 1.5"],
    problems: [
      {
        at: "Pulumi.dev.yaml:38",
        path: "mlplatform:teams.checkout.networkSlot",
        found: "the number 1.5",
        expected: "a whole number",
        fix: "Change it to a whole number.",
      },
    ],
  },
  {
    name: "slot quoted",
    edit: ["networkSlot: 1", 'networkSlot: "1"'],
    problems: [
      {
        at: "Pulumi.dev.yaml:38",
        path: "mlplatform:teams.checkout.networkSlot",
        found: '"1"',
        expected: "a number",
        fix: "Remove the quotes.",
      },
    ],
  },
  {
    name: "data class above tier",
    edit: ["public", "confidential"],
    problems: [
      {
        at: "Pulumi.dev.yaml:37",
        path: "mlplatform:teams.checkout.dataClassification",
        found: '"confidential"',
        expected: "synthetic or public in dev",
        fix: "Use synthetic data here, or have the team work in prod.",
      },
    ],
  },
  {
    name: "data class misspelt",
    edit: ["public", "publc"],
    problems: [
      {
        at: "Pulumi.dev.yaml:37",
        path: "mlplatform:teams.checkout.dataClassification",
        found: '"publc"',
        expected: "synthetic, public, internal, confidential or restricted",
        fix: 'Write "public".',
      },
    ],
  },
  {
    name: "budget zero",
    edit: ["1500.5", "0"],
    problems: [
      {
        at: "Pulumi.dev.yaml:39",
        path: "mlplatform:teams.checkout.monthlyBudgetUsd",
        found: "the number 0",
        expected: "a number above 0",
        fix: "Change it to a number above 0.",
      },
    ],
  },
  {
    name: "budget negative",
    edit: ["1500.5", "-3"],
    problems: [
      {
        at: "Pulumi.dev.yaml:39",
        path: "mlplatform:teams.checkout.monthlyBudgetUsd",
        found: "the number -3",
        expected: "a number above 0",
        fix: "Change it to a number above 0.",
      },
    ],
  },
  {
    name: "budget huge",
    edit: ["1500.5", "99999999999999999999"],
    problems: [
      {
        at: "Pulumi.dev.yaml:39",
        path: "mlplatform:teams.checkout.monthlyBudgetUsd",
        found: "the number 100000000000000000000",
        expected: "a number of at most 10000000",
        fix: "Change it to a number of at most 10000000.",
      },
    ],
  },
  {
    name: "budget exponent",
    edit: ["1500.5", "1e3"],
    problems: [
      {
        at: "Pulumi.dev.yaml:39",
        path: "mlplatform:teams.checkout.monthlyBudgetUsd",
        found: "the number 1e3",
        expected: "a number in plain decimals",
        fix: "Write it out, or in quotes if it is an id.",
      },
    ],
  },
  {
    name: "cost centre",
    edit: ["CC-1002", "1002"],
    problems: [
      {
        at: "Pulumi.dev.yaml:35",
        path: "mlplatform:teams.checkout.costCenter",
        found: "the number 1002",
        expected: "a cost centre such as CC-1001",
        fix: "Change it to a cost centre such as CC-1001, in quotes where it looks like a number.",
      },
    ],
  },
  {
    name: "owner that is no address",
    edit: ["checkout-lead@example.com", "checkout-lead"],
    problems: [
      {
        at: "Pulumi.dev.yaml:36",
        path: "mlplatform:teams.checkout.owners[0]",
        found: '"checkout-lead"',
        expected: "a mail address such as fraud-lead@example.com",
        fix: "Change it to a mail address such as fraud-lead@example.com.",
      },
    ],
  },
  {
    name: "no owners",
    edit: ["[checkout-lead@example.com]", "[]"],
    problems: [
      {
        at: "Pulumi.dev.yaml:36",
        path: "mlplatform:teams.checkout.owners",
        found: "a list of 0 entries",
        expected: "at least 1 entry",
        fix: "Add what is missing.",
      },
    ],
  },
  {
    name: "owner twice",
    edit: ["[checkout-lead@example.com]", "[a@example.com, a@example.com]"],
    problems: [
      {
        at: "Pulumi.dev.yaml:36",
        path: "mlplatform:teams.checkout.owners[1]",
        found: '"a@example.com" a second time',
        expected: "each entry once",
        fix: "Remove it.",
      },
    ],
  },
  {
    name: "team account unknown",
    edit: ["networkSlot: 1", "networkSlot: 1\n      account: dev-credits"],
    problems: [
      {
        at: "Pulumi.dev.yaml:20",
        path: "mlplatform:teams.fraud.models.scoring.callers[0]",
        found: '"checkout", which works in the account "dev-credits"',
        expected: 'a team that works in "dev", because an endpoint is reached only from its own account',
        fix: "Remove the caller, or serve the model in the account of its callers.",
      },
      {
        at: "Pulumi.dev.yaml:39",
        path: "mlplatform:teams.checkout.account",
        found: 'the unknown account "dev-credits"',
        expected: "one of the workload accounts of dev: dev or dev-credit",
        fix: 'Write "dev-credit".',
      },
    ],
  },
  {
    name: "team with nothing in it",
    edit: ["monthlyBudgetUsd: 1500.5\n", "monthlyBudgetUsd: 1500.5\n    empty:\n"],
    problems: [
      {
        at: "Pulumi.dev.yaml:40",
        path: "mlplatform:teams.empty",
        found: "nothing",
        expected: "a mapping",
        fix: 'Add "empty": a mapping.',
      },
    ],
  },
  {
    name: "unknown state",
    edit: ["networkSlot: 1", "networkSlot: 1\n      state: leaving"],
    problems: [
      {
        at: "Pulumi.dev.yaml:39",
        path: "mlplatform:teams.checkout.state",
        found: '"leaving"',
        expected: "active or offboarding",
        fix: "Change it to active or offboarding.",
      },
    ],
  },
  {
    name: "an encrypted value",
    edit: ["CC-1002", "{ secure: v1:abc }"],
    problems: [
      {
        at: "Pulumi.dev.yaml:35",
        path: "mlplatform:teams.checkout.costCenter",
        found: "an encrypted value",
        expected: "a cost centre such as CC-1001",
        fix: "Write it as it is: costCenter is no secret.",
      },
    ],
  },
];
