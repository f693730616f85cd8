import type { BadConfig } from "../support/bad-config";

/** What a team wants. */
export const ITEMS: readonly BadConfig[] = [
  {
    name: "notebook in prod",
    stack: "prod",
    edit: [
      "      secrets:",
      "      notebooks:\n        exploration: { instanceType: ml.t3.medium }\n      secrets:",
    ],
    problems: [
      {
        at: "Pulumi.prod.yaml:29",
        path: "mlplatform:teams.fraud.notebooks.exploration",
        found: "a notebook",
        expected: "no notebooks in prod",
        fix: "Move it to dev or staging.",
      },
    ],
  },
  {
    name: "too few instances in prod",
    stack: "prod",
    edit: ["instanceCount: 2", "instanceCount: 1"],
    problems: [
      {
        at: "Pulumi.prod.yaml:19",
        path: "mlplatform:teams.fraud.models.scoring.instanceCount",
        found: "the number 1",
        expected: "at least 2 in prod, so that the endpoint survives the loss of a zone",
        fix: 'Write "instanceCount: 2" or more.',
      },
    ],
  },
  {
    name: "caller in another account",
    edit: ["networkSlot: 1", "networkSlot: 1\n      account: dev-credit"],
    problems: [
      {
        at: "Pulumi.dev.yaml:20",
        path: "mlplatform:teams.fraud.models.scoring.callers[0]",
        found: '"checkout", which works in the account "dev-credit"',
        expected: 'a team that works in "dev", because an endpoint is reached only from its own account',
        fix: "Remove the caller, or serve the model in the account of its callers.",
      },
    ],
  },
  {
    name: "caller unknown",
    edit: ["[checkout]", "[chekcout]"],
    problems: [
      {
        at: "Pulumi.dev.yaml:20",
        path: "mlplatform:teams.fraud.models.scoring.callers[0]",
        found: 'the unknown team "chekcout"',
        expected: "a team of this environment",
        fix: 'Write "checkout".',
      },
    ],
  },
  {
    name: "caller self",
    edit: ["[checkout]", "[fraud]"],
    problems: [
      {
        at: "Pulumi.dev.yaml:20",
        path: "mlplatform:teams.fraud.models.scoring.callers[0]",
        found: '"fraud", the team itself',
        expected: "another team",
        fix: "Remove it: a team may always call its own models.",
      },
    ],
  },
  {
    name: "image by tag",
    edit: ["@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", ":latest"],
    problems: [
      {
        at: "Pulumi.dev.yaml:16",
        path: "mlplatform:teams.fraud.models.scoring.image",
        found: '"444444444444.dkr.ecr.eu-central-1.amazonaws.com/scoring:late…"',
        expected: "an ECR image pinned by digest: ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME@sha256:DIGEST",
        fix: "Change it to an ECR image pinned by digest: ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME@sha256:DIGEST.",
      },
    ],
  },
  {
    name: "image foreign account",
    edit: ["444444444444.dkr", "999999999999.dkr"],
    problems: [
      {
        at: "Pulumi.dev.yaml:16",
        path: "mlplatform:teams.fraud.models.scoring.image",
        found: 'an image in the account "999999999999"',
        expected: "an image in the shared account, or in an account of dev",
        fix: "Copy the image into ECR in the shared account, 444444444444, and name it there.",
      },
    ],
  },
  {
    name: "image of another environment",
    edit: ["444444444444.dkr", "777777777777.dkr"],
    problems: [
      {
        at: "Pulumi.dev.yaml:16",
        path: "mlplatform:teams.fraud.models.scoring.image",
        found: 'an image in the account "777777777777"',
        expected: "an image in the shared account, or in an account of dev",
        fix: "Copy the image into ECR in the shared account, 444444444444, and name it there.",
      },
    ],
  },
  {
    name: "image foreign region",
    edit: ["ecr.eu-central-1", "ecr.eu-west-1"],
    problems: [
      {
        at: "Pulumi.dev.yaml:16",
        path: "mlplatform:teams.fraud.models.scoring.image",
        found: "an image in eu-west-1",
        expected: "an image in eu-central-1",
        fix: "Copy the image to 444444444444.dkr.ecr.eu-central-1.amazonaws.com.",
      },
    ],
  },
  {
    name: "artifact of another kind",
    edit: ["model.tar.gz", "model.zip"],
    problems: [
      {
        at: "Pulumi.dev.yaml:17",
        path: "mlplatform:teams.fraud.models.scoring.artifact",
        found: '"scoring/model.zip"',
        expected: "the key of a .tar.gz object",
        fix: "Change it to the key of a .tar.gz object.",
      },
    ],
  },
  {
    name: "instance type",
    edit: ["ml.m5.large", "m5.large"],
    problems: [
      {
        at: "Pulumi.dev.yaml:18",
        path: "mlplatform:teams.fraud.models.scoring.instanceType",
        found: '"m5.large"',
        expected: "a SageMaker instance type such as ml.m5.xlarge",
        fix: "Change it to a SageMaker instance type such as ml.m5.xlarge.",
      },
    ],
  },
  {
    name: "model name",
    edit: ["        scoring:", "        Scoring:"],
    problems: [
      {
        at: "Pulumi.dev.yaml:15",
        path: "mlplatform:teams.fraud.models.Scoring",
        found: 'the name "Scoring"',
        expected: "lower case letters, digits and single hyphens, starting with a letter",
        fix: "Rename it.",
      },
    ],
  },
  {
    name: "identifier not a feature",
    edit: ["recordIdentifier: transaction_id", "recordIdentifier: transaction"],
    problems: [
      {
        at: "Pulumi.dev.yaml:26",
        path: "mlplatform:teams.fraud.featureGroups.transactions.recordIdentifier",
        found: '"transaction", which is not among the features',
        expected: "one of the features transaction_id or event_time",
        fix: 'Write "transaction_id".',
      },
    ],
  },
  {
    name: "event time integral",
    edit: ["Fractional", "Integral"],
    problems: [
      {
        at: "Pulumi.dev.yaml:30",
        path: "mlplatform:teams.fraud.featureGroups.transactions.features.event_time",
        found: '"Integral" for the time of a record',
        expected: "String (ISO 8601) or Fractional (Unix seconds)",
        fix: 'Write "Fractional" or "String".',
      },
    ],
  },
  {
    name: "reserved feature",
    edit: [
      "            event_time: Fractional",
      "            event_time: Fractional\n            is_deleted: String",
    ],
    problems: [
      {
        at: "Pulumi.dev.yaml:31",
        path: "mlplatform:teams.fraud.featureGroups.transactions.features.is_deleted",
        found: 'the feature "is_deleted"',
        expected: "a name that SageMaker does not keep for itself",
        fix: "Rename the feature.",
      },
    ],
  },
  {
    name: "feature type",
    edit: ["Fractional", "Float"],
    problems: [
      {
        at: "Pulumi.dev.yaml:30",
        path: "mlplatform:teams.fraud.featureGroups.transactions.features.event_time",
        found: '"Float"',
        expected: "String, Integral or Fractional",
        fix: "Change it to String, Integral or Fractional.",
      },
    ],
  },
  {
    name: "rotation too rare",
    edit: ["description: The", "rotationDays: 365\n          description: The"],
    problems: [
      {
        at: "Pulumi.dev.yaml:33",
        path: "mlplatform:teams.fraud.secrets.labelling.rotationDays",
        found: "the number 365",
        expected: "a number of at most 90",
        fix: "Change it to a number of at most 90.",
      },
    ],
  },
  {
    name: "training empty",
    edit: ["[ml.m5.xlarge]", "[]"],
    problems: [
      {
        at: "Pulumi.dev.yaml:13",
        path: "mlplatform:teams.fraud.training.instanceTypes",
        found: "a list of 0 entries",
        expected: "at least 1 entry",
        fix: "Add what is missing.",
      },
    ],
  },
];
