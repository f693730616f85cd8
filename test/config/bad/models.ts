import { IMAGE, PACKAGE } from "../support/project";
import type { BadConfig } from "../support/bad-config";

/** What a model is made of. */
export const MODELS: readonly BadConfig[] = [
  {
    name: "model of an image and an artifact in prod",
    stack: "prod",
    edit: [`modelPackage: ${PACKAGE}`, `image: ${IMAGE}\n          artifact: scoring/model.tar.gz`],
    problems: [
      {
        at: "Pulumi.prod.yaml:16",
        path: "mlplatform:teams.fraud.models.scoring",
        found: '"image" and "artifact"',
        expected: '"modelPackage" in prod, where only approved versions of the registry are served',
        fix: 'Name a group in "modelPackageGroups" and bring it up, register the model there, and write the version\'s ARN as "modelPackage" in place of "image" and "artifact".',
      },
    ],
  },
  {
    name: "model of nothing in prod",
    stack: "prod",
    edit: [`          modelPackage: ${PACKAGE}\n`, ""],
    problems: [
      {
        at: "Pulumi.prod.yaml:16",
        path: "mlplatform:teams.fraud.models.scoring",
        found: "nothing",
        expected: '"modelPackage" in prod, where only approved versions of the registry are served',
        fix: 'Name a group in "modelPackageGroups" and bring it up, register the model there, and write the version\'s ARN as "modelPackage".',
      },
    ],
  },
  {
    name: "model of nothing",
    edit: [`          image: ${IMAGE}\n          artifact: scoring/model.tar.gz\n`, ""],
    problems: [
      {
        at: "Pulumi.dev.yaml:15",
        path: "mlplatform:teams.fraud.models.scoring",
        found: "nothing",
        expected: '"image" and "artifact", or "modelPackage"',
        fix: 'Add "image" and "artifact", or "modelPackage".',
      },
    ],
  },
  {
    name: "image without an artifact",
    edit: ["          artifact: scoring/model.tar.gz\n", ""],
    problems: [
      {
        at: "Pulumi.dev.yaml:15",
        path: "mlplatform:teams.fraud.models.scoring",
        found: '"image" alone',
        expected: '"image" and "artifact", or "modelPackage"',
        fix: 'Add "artifact".',
      },
    ],
  },
  {
    name: "artifact without an image",
    edit: [`          image: ${IMAGE}\n`, ""],
    problems: [
      {
        at: "Pulumi.dev.yaml:15",
        path: "mlplatform:teams.fraud.models.scoring",
        found: '"artifact" alone',
        expected: '"image" and "artifact", or "modelPackage"',
        fix: 'Add "image".',
      },
    ],
  },
  {
    name: "model package beside an artifact",
    stack: "prod",
    edit: [`modelPackage: ${PACKAGE}`, `modelPackage: ${PACKAGE}\n          artifact: scoring/model.tar.gz`],
    problems: [
      {
        at: "Pulumi.prod.yaml:16",
        path: "mlplatform:teams.fraud.models.scoring",
        found: '"modelPackage" and "artifact"',
        expected: "one or the other: the package names its image and its artifact itself",
        fix: 'Remove "artifact".',
      },
    ],
  },
  {
    name: "model package beside an image and an artifact",
    stack: "prod",
    edit: [
      `modelPackage: ${PACKAGE}`,
      `modelPackage: ${PACKAGE}\n          image: ${IMAGE}\n          artifact: scoring/model.tar.gz`,
    ],
    problems: [
      {
        at: "Pulumi.prod.yaml:16",
        path: "mlplatform:teams.fraud.models.scoring",
        found: '"modelPackage" and "image" and "artifact"',
        expected: "one or the other: the package names its image and its artifact itself",
        fix: 'Remove "image" and "artifact".',
      },
    ],
  },
  {
    name: "model package without a version",
    stack: "prod",
    edit: ["scoring/3", "scoring"],
    problems: [
      {
        at: "Pulumi.prod.yaml:17",
        path: "mlplatform:teams.fraud.models.scoring.modelPackage",
        found: '"arn:aws:sagemaker:eu-central-1:777777777777:model-package/ac…"',
        expected:
          "the ARN of a version of a model package: arn:aws:sagemaker:REGION:ACCOUNT:model-package/GROUP/VERSION",
        fix: "Change it to the ARN of a version of a model package: arn:aws:sagemaker:REGION:ACCOUNT:model-package/GROUP/VERSION.",
      },
    ],
  },
  {
    name: "model package group in place of a version",
    stack: "prod",
    edit: ["model-package/acme-prod-fraud-scoring/3", "model-package-group/acme-prod-fraud-scoring"],
    problems: [
      {
        at: "Pulumi.prod.yaml:17",
        path: "mlplatform:teams.fraud.models.scoring.modelPackage",
        found: '"arn:aws:sagemaker:eu-central-1:777777777777:model-package-gr…"',
        expected:
          "the ARN of a version of a model package: arn:aws:sagemaker:REGION:ACCOUNT:model-package/GROUP/VERSION",
        fix: "Change it to the ARN of a version of a model package: arn:aws:sagemaker:REGION:ACCOUNT:model-package/GROUP/VERSION.",
      },
    ],
  },
  {
    name: "version zero of a model package",
    stack: "prod",
    edit: ["scoring/3", "scoring/0"],
    problems: [
      {
        at: "Pulumi.prod.yaml:17",
        path: "mlplatform:teams.fraud.models.scoring.modelPackage",
        found: '"arn:aws:sagemaker:eu-central-1:777777777777:model-package/ac…"',
        expected:
          "the ARN of a version of a model package: arn:aws:sagemaker:REGION:ACCOUNT:model-package/GROUP/VERSION",
        fix: "Change it to the ARN of a version of a model package: arn:aws:sagemaker:REGION:ACCOUNT:model-package/GROUP/VERSION.",
      },
    ],
  },
  {
    name: "model package of another environment's account",
    stack: "prod",
    edit: ["777777777777:model", "555555555555:model"],
    problems: [
      {
        at: "Pulumi.prod.yaml:17",
        path: "mlplatform:teams.fraud.models.scoring.modelPackage",
        found: 'a version in the account "555555555555"',
        expected: 'a version in "777777777777", the account that fraud works in',
        fix: "Copy the artifact into the team's model bucket there, register it in the account 777777777777, and name that version.",
      },
    ],
  },
  {
    name: "model package of the shared account",
    stack: "prod",
    edit: ["777777777777:model", "444444444444:model"],
    problems: [
      {
        at: "Pulumi.prod.yaml:17",
        path: "mlplatform:teams.fraud.models.scoring.modelPackage",
        found: 'a version in the account "444444444444"',
        expected: 'a version in "777777777777", the account that fraud works in',
        fix: "Copy the artifact into the team's model bucket there, register it in the account 777777777777, and name that version.",
      },
    ],
  },
  {
    name: "model package in another region",
    stack: "prod",
    edit: ["sagemaker:eu-central-1", "sagemaker:eu-west-1"],
    problems: [
      {
        at: "Pulumi.prod.yaml:17",
        path: "mlplatform:teams.fraud.models.scoring.modelPackage",
        found: "a version in aws, eu-west-1",
        expected: "a version in aws, eu-central-1",
        fix: "Register the model in eu-central-1, and name that version.",
      },
    ],
  },
  {
    name: "model package in another partition",
    stack: "prod",
    edit: ["arn:aws:sagemaker", "arn:aws-cn:sagemaker"],
    problems: [
      {
        at: "Pulumi.prod.yaml:17",
        path: "mlplatform:teams.fraud.models.scoring.modelPackage",
        found: "a version in aws-cn, eu-central-1",
        expected: "a version in aws, eu-central-1",
        fix: "Register the model in eu-central-1, and name that version.",
      },
    ],
  },
  {
    name: "model package of another environment",
    stack: "prod",
    edit: ["acme-prod-fraud-scoring/3", "acme-dev-fraud-scoring/3"],
    problems: [
      {
        at: "Pulumi.prod.yaml:17",
        path: "mlplatform:teams.fraud.models.scoring.modelPackage",
        found: 'a version in the group "acme-dev-fraud-scoring"',
        expected: 'a version in "acme-prod-fraud-scoring"',
        fix: 'Name the group "acme-prod-fraud-scoring".',
      },
    ],
  },
  {
    name: "model package of another team",
    stack: "prod",
    edit: ["acme-prod-fraud-scoring/3", "acme-prod-checkout-payments/3"],
    problems: [
      {
        at: "Pulumi.prod.yaml:17",
        path: "mlplatform:teams.fraud.models.scoring.modelPackage",
        found: 'a version in the group "acme-prod-checkout-payments"',
        expected: 'a version in "acme-prod-fraud-scoring"',
        fix: "Register the model in a group of the team's own, and name that version.",
      },
    ],
  },
  {
    name: "model package of a group that is not listed",
    stack: "prod",
    edit: ["acme-prod-fraud-scoring/3", "acme-prod-fraud-affordability/3"],
    problems: [
      {
        at: "Pulumi.prod.yaml:17",
        path: "mlplatform:teams.fraud.models.scoring.modelPackage",
        found: 'a version in the group "acme-prod-fraud-affordability"',
        expected: 'a version in "acme-prod-fraud-scoring"',
        fix: 'Add "affordability" to "modelPackageGroups" and bring it up first.',
      },
    ],
  },
  {
    name: "model package of a team without a registry",
    stack: "prod",
    edit: ["      modelPackageGroups: [scoring]\n", ""],
    problems: [
      {
        at: "Pulumi.prod.yaml:16",
        path: "mlplatform:teams.fraud.models.scoring.modelPackage",
        found: 'a version in the group "acme-prod-fraud-scoring"',
        expected: 'a version in one of the team\'s own groups, whose names begin with "acme-prod-fraud-"',
        fix: 'Add "scoring" to "modelPackageGroups" and bring it up first.',
      },
    ],
  },
  {
    name: "model package group twice",
    stack: "prod",
    edit: ["[scoring]", "[scoring, scoring]"],
    problems: [
      {
        at: "Pulumi.prod.yaml:14",
        path: "mlplatform:teams.fraud.modelPackageGroups[1]",
        found: '"scoring" a second time',
        expected: "each entry once",
        fix: "Remove it.",
      },
    ],
  },
  {
    name: "model package group of an odd name",
    stack: "prod",
    edit: ["[scoring]", "[scoring, Scoring_2]"],
    problems: [
      {
        at: "Pulumi.prod.yaml:14",
        path: "mlplatform:teams.fraud.modelPackageGroups[1]",
        found: '"Scoring_2"',
        expected: "lower case letters, digits and single hyphens, starting with a letter",
        fix: "Change it to lower case letters, digits and single hyphens, starting with a letter.",
      },
    ],
  },
];
