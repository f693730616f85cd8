import type { Condition, Statement } from "../../iam/statement";
import { coversAction } from "../../iam/wildcard";

/** One thing that the organization's guardrails must deny. */
export interface Guardrail {
  /** A word for it, by which an exception may name it. */
  readonly finding: string;
  readonly required: string;
  /** Actions that must each be denied by some statement that fits. */
  readonly actions: readonly string[];
  /** Whether a statement's conditions leave the denial whole. */
  readonly fits: (statement: Statement) => boolean;
}

/** Whether a condition spares named roles and nobody else. */
export function sparesNamedRoles({ operator, key, values }: Condition): boolean {
  return (
    /^(arn|string)not(like|equals)/i.test(operator) &&
    key.toLowerCase() === "aws:principalarn" &&
    values.values.every(({ value }) => /:role\/[^*?]/.test(value))
  );
}

/** Whether a statement holds for everybody, or for all but named roles. */
const forAllButNamedRoles = ({ conditions }: Statement): boolean => conditions.every(sparesNamedRoles);

/** Whether a statement has a condition on a key, with one of some values. */
function hasCondition({ conditions }: Statement, key: string, values: RegExp): boolean {
  return conditions.some(
    (one) =>
      one.key.toLowerCase() === key.toLowerCase() &&
      one.values.values.some(({ value }) => values.test(value)),
  );
}

/** Whether a statement denies an action, on every resource or on some. */
export function deniesAction(statement: Statement, action: string): boolean {
  return statement.notActions.present
    ? !statement.notActions.values.some(({ value }) => coversAction(value, action))
    : statement.actions.values.some(({ value }) => coversAction(value, action));
}

/** The least that an organization's service control policies deny in every workload account. */
export const BASELINE: readonly Guardrail[] = [
  {
    finding: "leave-organization",
    required: "a Deny for everyone on organizations:LeaveOrganization",
    actions: ["organizations:LeaveOrganization"],
    fits: ({ conditions }) => conditions.length === 0,
  },
  {
    finding: "security-services",
    required: "a Deny on stopping CloudTrail, Config, GuardDuty, Security Hub and Access Analyzer",
    actions: [
      "access-analyzer:DeleteAnalyzer",
      "cloudtrail:DeleteTrail",
      "cloudtrail:StopLogging",
      "cloudtrail:UpdateTrail",
      "config:DeleteConfigurationRecorder",
      "config:StopConfigurationRecorder",
      "guardduty:DeleteDetector",
      "guardduty:DisassociateFromAdministratorAccount",
      "securityhub:DisableSecurityHub",
    ],
    fits: forAllButNamedRoles,
  },
  {
    finding: "root-user",
    required: "a Deny on everything for the root user",
    actions: ["iam:CreateAccessKey", "s3:GetObject", "sagemaker:CreateTrainingJob"],
    fits: (statement) =>
      statement.conditions.length === 1 &&
      hasCondition(statement, "aws:PrincipalArn", /:(iam|\*)::\*?:?root$/),
  },
  {
    finding: "public-snapshots",
    required: "a Deny on ec2:ModifySnapshotAttribute that shares with all",
    actions: ["ec2:ModifySnapshotAttribute"],
    fits: (statement) => forAllButNamedRoles(statement) || hasCondition(statement, "ec2:Add/group", /^all$/i),
  },
  {
    finding: "unencrypted-volumes",
    required: "a Deny on volumes without encryption, or on turning the account's default encryption off",
    actions: ["ec2:DisableEbsEncryptionByDefault"],
    fits: forAllButNamedRoles,
  },
  {
    finding: "sagemaker-outside-vpc",
    required: "a Deny on SageMaker jobs, models and notebooks when sagemaker:VpcSubnets is not given",
    actions: [
      "sagemaker:CreateDomain",
      "sagemaker:CreateHyperParameterTuningJob",
      "sagemaker:CreateModel",
      "sagemaker:CreateNotebookInstance",
      "sagemaker:CreateProcessingJob",
      "sagemaker:CreateTrainingJob",
    ],
    fits: (statement) => hasCondition(statement, "sagemaker:VpcSubnets", /^true$/i),
  },
];
