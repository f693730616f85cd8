import type { PackSettings } from "../../core";
import type { Statement } from "../../iam/statement";
import { type Guardrail, holdsWhen, type Line, onEverything } from "./guardrail";

/**
 * What takes data, keys, secrets and roles out of the services that resource control policies reach.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
 */
const ACTIONS = [
  "dynamodb:GetItem",
  "ecr:BatchGetImage",
  "kms:Decrypt",
  "logs:GetLogEvents",
  "s3:GetObject",
  "s3:PutObject",
  "secretsmanager:GetSecretValue",
  "sqs:ReceiveMessage",
  "sts:AssumeRole",
];

/** Everybody but the organization itself. */
function notOf(key: string, { organizationId }: PackSettings): Line {
  const isOurs = (value: string) =>
    organizationId === "" ? /^o-[a-z0-9]+$/.test(value) : value === organizationId;
  return { operator: /^stringnotequals(ifexists)?$/i, key: new RegExp(`^${key}$`, "i"), value: isOurs };
}

/** Accounts that are trusted besides, and resources that are left out by a tag, as AWS's own examples have them. */
function sparing(account: string, { trustedAccounts }: PackSettings): Line[] {
  const operator = /^stringnotequals(ifexists)?$/i;
  return [
    {
      operator,
      key: new RegExp(`^${account}$`, "i"),
      value: (value) => trustedAccounts.includes(value),
      optional: true,
    },
    { operator, key: /^aws:ResourceTag\//i, value: /^true$/, optional: true },
  ];
}

/** Policies of this type deny everyone, narrowed down by conditions: AWS takes no other principal. */
const forEveryone = (statement: Statement): boolean =>
  onEverything(statement) && statement.principals.values.some(({ value }) => value === "*");

const isService = (operator: RegExp, value: RegExp): Line => ({
  operator,
  key: /^aws:PrincipalIsAWSService$/i,
  value,
});

/** The least that an organization's resource control policies deny: whom no resource lets in, whatever its policy says. */
export const RESOURCE_BASELINE: readonly Guardrail[] = [
  {
    finding: "data-perimeter",
    required:
      "a resource control policy that denies data, keys, secrets and roles to principals of other organizations",
    type: "RESOURCE_CONTROL_POLICY",
    actions: ACTIONS,
    fits: (statement, settings) =>
      forEveryone(statement) &&
      holdsWhen(statement, [
        notOf("aws:PrincipalOrgID", settings),
        { ...isService(/^bool(ifexists)?$/i, /^false$/i), optional: true },
        ...sparing("aws:PrincipalAccount", settings),
      ]),
  },
  {
    finding: "confused-deputy",
    required: "a resource control policy that denies the same to services that act for other organizations",
    type: "RESOURCE_CONTROL_POLICY",
    actions: ACTIONS,
    fits: (statement, settings) =>
      forEveryone(statement) &&
      holdsWhen(statement, [
        notOf("aws:SourceOrgID", settings),
        isService(/^bool$/i, /^true$/i),
        { operator: /^null$/i, key: /^aws:SourceAccount$/i, value: /^false$/i, optional: true },
        ...sparing("aws:SourceAccount", settings),
      ]),
  },
  {
    finding: "plain-http",
    required: "a resource control policy that denies the same to requests without TLS",
    type: "RESOURCE_CONTROL_POLICY",
    actions: ACTIONS,
    fits: (statement) =>
      forEveryone(statement) &&
      holdsWhen(statement, [
        { operator: /^bool(ifexists)?$/i, key: /^aws:SecureTransport$/i, value: /^false$/i },
        { ...isService(/^bool(ifexists)?$/i, /^false$/i), optional: true },
      ]),
  },
];
