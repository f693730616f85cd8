import type { BadConfig } from "../support/bad-config";

/** The environment, and the stack file as a whole. */
export const ENVIRONMENT: readonly BadConfig[] = [
  {
    name: "wrong tier for stack",
    edit: ["tier: dev", "tier: prod"],
    problems: [
      {
        at: "Pulumi.dev.yaml:3",
        path: "mlplatform:environment.tier",
        found: '"prod"',
        expected: 'the stack\'s name, "dev"',
        fix: 'Write "tier: dev", or use the stack file of prod.',
      },
    ],
  },
  {
    name: "unknown tier",
    edit: ["tier: dev", "tier: develop"],
    problems: [
      {
        at: "Pulumi.dev.yaml:3",
        path: "mlplatform:environment.tier",
        found: '"develop"',
        expected: "dev, staging or prod",
        fix: "Change it to dev, staging or prod.",
      },
    ],
  },
  {
    name: "environment account unknown",
    edit: ["account: dev", "account: devel"],
    problems: [
      {
        at: "Pulumi.dev.yaml:4",
        path: "mlplatform:environment.account",
        found: 'the unknown account "devel"',
        expected: "one of the workload accounts of dev: dev or dev-credit",
        fix: 'Add "devel" to the accounts in Pulumi.yaml, or name another.',
      },
    ],
  },
  {
    name: "environment account of other tier",
    edit: ["account: dev", "account: prod"],
    problems: [
      {
        at: "Pulumi.dev.yaml:4",
        path: "mlplatform:environment.account",
        found: '"prod", an account of prod',
        expected: "one of the workload accounts of dev: dev or dev-credit",
        fix: "Name an account of dev.",
      },
    ],
  },
  {
    name: "zones doubled",
    edit: ["account: dev", "account: dev\n    zones: [a, a]"],
    problems: [
      {
        at: "Pulumi.dev.yaml:5",
        path: "mlplatform:environment.zones",
        found: "a, a",
        expected: "at least 2 zones, each once, because dev spans 2",
        fix: 'Write letters such as "zones: [a, b, c]", or remove "zones".',
      },
    ],
  },
  {
    name: "too few zones for prod",
    stack: "prod",
    edit: ["account: prod", "account: prod\n    zones: [a, b]"],
    problems: [
      {
        at: "Pulumi.prod.yaml:5",
        path: "mlplatform:environment.zones",
        found: "a, b",
        expected: "at least 3 zones, each once, because prod spans 3",
        fix: 'Write letters such as "zones: [a, b, c]", or remove "zones".',
      },
    ],
  },
  {
    name: "misspelt top key",
    edit: ["mlplatform:teams", "mlplatform:team"],
    problems: [
      {
        at: "Pulumi.dev.yaml:5",
        path: "mlplatform:team",
        found: 'the unknown key "mlplatform:team"',
        expected: "one of the keys mlplatform:company, mlplatform:environment or mlplatform:teams",
        fix: 'Rename it to "mlplatform:teams".',
      },
    ],
  },
  {
    name: "misspelt team key",
    edit: ["monthlyBudgetUsd: 4000", "monthlyBudgetUSD: 4000"],
    problems: [
      {
        at: "Pulumi.dev.yaml:11",
        path: "mlplatform:teams.fraud.monthlyBudgetUSD",
        found: 'the unknown key "monthlyBudgetUSD"',
        expected:
          "one of the keys costCenter, owners, dataClassification, networkSlot, account, state, monthlyBudgetUsd, training, modelPackageGroups, models, notebooks, featureGroups or secrets",
        fix: 'Rename it to "monthlyBudgetUsd".',
      },
    ],
  },
  {
    name: "key without namespace",
    edit: ["  mlplatform:teams", "  teams: {}\n  mlplatform:teams"],
    problems: [
      {
        at: "Pulumi.dev.yaml:5",
        path: "config.teams",
        found: 'the key "teams"',
        expected: "a key with a namespace",
        fix: 'Write "mlplatform:teams".',
      },
    ],
  },
  {
    name: "misspelt config: at the top",
    edit: ["config:\n", "confg:\n"],
    problems: [
      {
        at: "Pulumi.dev.yaml:1",
        path: "confg",
        found: 'the unknown key "confg"',
        expected: "one of the keys config, environment, secretsprovider, encryptedkey or encryptionsalt",
        fix: 'Rename it to "config".',
      },
    ],
  },
  {
    name: "org key in environment",
    edit: ["  mlplatform:teams", "  mlplatform:organization: {}\n  mlplatform:teams"],
    problems: [
      {
        at: "Pulumi.dev.yaml:5",
        path: "mlplatform:organization",
        found: 'the unknown key "mlplatform:organization"',
        expected: "one of the keys mlplatform:company, mlplatform:environment or mlplatform:teams",
        fix: "Remove it.",
      },
    ],
  },
  {
    name: "teams list: a list in place of a mapping",
    edit: ["  mlplatform:teams:\n", "  mlplatform:teams: []\n  other:x:\n"],
    problems: [
      {
        at: "Pulumi.dev.yaml:5",
        path: "mlplatform:teams",
        found: "a list of 0 entries",
        expected: "a mapping",
        fix: "Change it to a mapping.",
      },
    ],
  },
  {
    name: "yes in place of true",
    edit: ["account: dev", "account: dev\n    standalone: yes"],
    problems: [
      {
        at: "Pulumi.dev.yaml:5",
        path: "mlplatform:environment.standalone",
        found: '"yes"',
        expected: "true or false",
        fix: "Change it to true or false.",
      },
    ],
  },
];
