import type { BadConfig } from "../support/bad-config";

/** The company, in Pulumi.yaml. */
export const COMPANY: readonly BadConfig[] = [
  {
    name: "an account id that is not quoted",
    project: ['"444444444444"', "444444444444"],
    problems: [
      {
        at: "Pulumi.yaml:17",
        path: "mlplatform:company.accounts.shared",
        found: "the number 444444444444",
        expected: "a quoted string of 12 digits",
        fix: 'Put the id in quotes: shared: "444444444444".',
      },
    ],
  },
  {
    name: "account id with a leading zero, unquoted",
    project: ['"444444444444"', "044444444444"],
    problems: [
      {
        at: "Pulumi.yaml:17",
        path: "mlplatform:company.accounts.shared",
        found: "the number 044444444444",
        expected: "a number in plain decimals",
        fix: "Write it out, or in quotes if it is an id.",
      },
    ],
  },
  {
    name: "account id too short",
    project: ['"444444444444"', '"44444444444"'],
    problems: [
      {
        at: "Pulumi.yaml:17",
        path: "mlplatform:company.accounts.shared",
        found: '"44444444444"',
        expected: "a quoted string of 12 digits",
        fix: "Change it to a quoted string of 12 digits.",
      },
    ],
  },
  {
    name: "same account twice",
    project: ['"666666666666"', '"555555555555"'],
    problems: [
      {
        at: "Pulumi.yaml:20",
        path: "mlplatform:company.accounts.workloads.dev-credit.id",
        found: '"555555555555", which is also mlplatform:company.accounts.workloads.dev.id',
        expected: "an id of its own",
        fix: "Correct one of the two ids.",
      },
    ],
  },
  {
    name: "ranges overlap",
    project: ["10.17.0.0/16", "10.16.0.0/16"],
    problems: [
      {
        at: "Pulumi.yaml:20",
        path: "mlplatform:company.accounts.workloads.dev-credit.cidr",
        found: '"10.16.0.0/16", which overlaps with 10.16.0.0/16 of the account "dev"',
        expected: "a range that no other account uses",
        fix: "Choose another range for one of the two accounts.",
      },
    ],
  },
  {
    name: "range not /16",
    project: ["10.17.0.0/16", "10.17.0.0/20"],
    problems: [
      {
        at: "Pulumi.yaml:20",
        path: "mlplatform:company.accounts.workloads.dev-credit.cidr",
        found: '"10.17.0.0/20"',
        expected: "a /16",
        fix: "End the range in /16: subnets are laid out for that size.",
      },
    ],
  },
  {
    name: "range not canonical",
    project: ["10.17.0.0/16", "10.17.4.0/16"],
    problems: [
      {
        at: "Pulumi.yaml:20",
        path: "mlplatform:company.accounts.workloads.dev-credit.cidr",
        found: '"10.17.4.0/16"',
        expected: "the range's first address, 10.17.0.0/16",
        fix: "Write 10.17.0.0/16.",
      },
    ],
  },
  {
    name: "range public",
    project: ["10.17.0.0/16", "52.17.0.0/16"],
    problems: [
      {
        at: "Pulumi.yaml:20",
        path: "mlplatform:company.accounts.workloads.dev-credit.cidr",
        found: '"52.17.0.0/16"',
        expected: "a private range (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16)",
        fix: "Choose a range that RFC 1918 keeps private.",
      },
    ],
  },
  {
    name: "range no address",
    project: ["10.17.0.0/16", "10.317.0.0/16"],
    problems: [
      {
        at: "Pulumi.yaml:20",
        path: "mlplatform:company.accounts.workloads.dev-credit.cidr",
        found: '"10.317.0.0/16"',
        expected: "four numbers from 0 to 255 and a prefix length",
        fix: "Write a range such as 10.16.0.0/16.",
      },
    ],
  },
  {
    name: "home region not allowed",
    project: ["home: eu-central-1", "home: eu-north-1"],
    problems: [
      {
        at: "Pulumi.yaml:11",
        path: "mlplatform:company.regions.home",
        found: '"eu-north-1"',
        expected: "one of the allowed regions eu-central-1 or eu-west-1",
        fix: 'Add eu-north-1 to "allowed", or choose another home.',
      },
      {
        at: "Pulumi.dev.yaml:16",
        path: "mlplatform:teams.fraud.models.scoring.image",
        found: "an image in eu-central-1",
        expected: "an image in eu-north-1",
        fix: "Copy the image to 444444444444.dkr.ecr.eu-north-1.amazonaws.com.",
      },
    ],
  },
  {
    name: "region of another partition",
    project: ["eu-west-1]", "cn-north-1]"],
    problems: [
      {
        at: "Pulumi.yaml:12",
        path: "mlplatform:company.regions.allowed[1]",
        found: '"cn-north-1", which is in the partition aws-cn',
        expected: "a region of the partition aws",
        fix: "Correct the region, or the company's partition.",
      },
    ],
  },
  {
    name: "unknown region form",
    project: ["home: eu-central-1", "home: Frankfurt"],
    problems: [
      {
        at: "Pulumi.yaml:11",
        path: "mlplatform:company.regions.home",
        found: '"Frankfurt"',
        expected: "a region code such as eu-central-1",
        fix: "Change it to a region code such as eu-central-1.",
      },
    ],
  },
  {
    name: "company name refused by S3",
    project: ["name: acme", "name: sthree"],
    problems: [
      {
        at: "Pulumi.yaml:6",
        path: "mlplatform:company.name",
        found: '"sthree"',
        expected: 'a name that does not begin with "sthree-", because AWS refuses resources named so',
        fix: "Choose another short name for the company.",
      },
    ],
  },
  {
    name: "company name too long",
    project: ["name: acme", "name: acme-industries"],
    problems: [
      {
        at: "Pulumi.yaml:6",
        path: "mlplatform:company.name",
        found: '"acme-industries"',
        expected: "at most 12 characters",
        fix: "Shorten it.",
      },
    ],
  },
  {
    name: "same unit twice",
    project: ["ou-exam-33333333", "ou-exam-11111111"],
    problems: [
      {
        at: "Pulumi.yaml:9",
        path: "mlplatform:company.organization.units.prod",
        found: '"ou-exam-11111111", which is also the unit of dev',
        expected: "a unit of its own",
        fix: "Give the id of the environment's own organizational unit.",
      },
    ],
  },
  {
    name: "missing company key",
    project: ['        security: "333333333333"\n', ""],
    problems: [
      {
        at: "Pulumi.yaml:13",
        path: "mlplatform:company.accounts.security",
        found: "nothing",
        expected: "a quoted string of 12 digits",
        fix: 'Add "security": a quoted string of 12 digits.',
      },
    ],
  },
  {
    name: "unknown company key",
    project: ["logArchive:", "logarchive:"],
    problems: [
      {
        at: "Pulumi.yaml:15",
        path: "mlplatform:company.accounts.logarchive",
        found: 'the unknown key "logarchive"',
        expected: "one of the keys management, logArchive, security, shared or workloads",
        fix: 'Rename it to "logArchive".',
      },
    ],
  },
  {
    name: "a company that is not under value:",
    project: ["    value:\n", "    valeu:\n"],
    problems: [
      {
        at: "Pulumi.yaml:4",
        path: "mlplatform:company",
        found: "a mapping",
        expected: 'a mapping with the key "value"',
        fix: 'Write the settings under "value:".',
      },
    ],
  },
];
