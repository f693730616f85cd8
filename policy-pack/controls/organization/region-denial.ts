import { covers } from "../../iam/covers";
import type { Statement } from "../../iam/statement";
import { sparesNamedRoles } from "./guardrail";

/**
 * Actions that keep or compute data in a region. A guardrail that spares one of them lets the data out. Calls of
 * Bedrock are among them: cross-region inference takes the prompt to wherever there is capacity.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/cross-region-inference.html
 */
const REGIONAL = [
  "bedrock:InvokeModel",
  "dynamodb:CreateTable",
  "ec2:RunInstances",
  "ecr:CreateRepository",
  "kms:CreateKey",
  "lambda:CreateFunction",
  "s3:CreateBucket",
  "s3:PutObject",
  "sagemaker:CreateEndpoint",
  "sagemaker:CreateTrainingJob",
  "secretsmanager:CreateSecret",
];

const OPERATORS = ["stringnotequals", "stringnotequalsignorecase", "stringnotlike"];

/** Whether a statement is about the region that is asked for. */
export function isAboutRegions(statement: Statement): boolean {
  return regionConditions(statement).length > 0;
}

/** What keeps a denial from holding data within the allowed regions; undefined when nothing does. */
export function flawOf(statement: Statement, allowed: readonly string[]): string | undefined {
  if (!statement.resources.values.some(({ value }) => value === "*")) return "not on every resource";
  const spared = REGIONAL.find((action) => !covers(statement, action));
  if (spared !== undefined) return `spares ${spared}`;
  const regions = regionConditions(statement);
  const others = statement.conditions.filter((one) => !regions.includes(one) && !sparesNamedRoles(one));
  if (others.length + statement.unknownConditions.length > 0) return "holds under a further condition only";
  const named = regions.flatMap(({ values }) => values.values.map(({ value }) => value));
  const foreign = named.find(
    (region) => /[*?]/.test(region) || (allowed.length > 0 && !allowed.includes(region)),
  );
  if (named.length === 0) return "no region is named";
  return foreign === undefined ? undefined : `allows ${foreign}`;
}

/** `…IfExists` holds as well when a request names no region, which spares nothing. */
function regionConditions({ conditions }: Statement) {
  return conditions.filter(
    ({ operator, key }) =>
      key.toLowerCase() === "aws:requestedregion" &&
      OPERATORS.includes(operator.toLowerCase().replace(/ifexists$/, "")),
  );
}
