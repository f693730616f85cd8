import type { Finding } from "../contract/control";
import type { Subject } from "../contract/subject";
import { deferred, violation } from "../core/findings";
import { isAccountId, parseArn } from "./arn";
import { type LimitingKeys, limitedBy } from "./condition";
import { principalOf } from "./principal";
import type { Statement } from "./statement";
import { coversAction, hasWildcard } from "./wildcard";
import { someCovers } from "./covers";

/** One action of each duty: who holds both can read the data and take the key from everyone else. */
const USES = "kms:Decrypt";
const ADMINISTERS = "kms:PutKeyPolicy";

/**
 * Findings where the use of a key and its administration are given in one: by a pattern, `kms:*`, or side by side.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function judgeKeyDuties(key: Subject, { actions }: Statement): readonly Finding[] {
  const using = actions.values.filter(({ value }) => coversAction(value, USES));
  const administering = actions.values.filter(({ value }) => coversAction(value, ADMINISTERS));
  const inOne = using.filter((each) => administering.includes(each));
  const besides = using.length > 0 && inOne.length === 0 ? administering.slice(0, 1) : [];
  return [...inOne, ...besides].map(({ value, path }) =>
    violation(
      key,
      path,
      inOne.length > 0 ? `"${value}"` : `"${value}" beside ${USES}`,
      inOne.length > 0
        ? "actions that use the key or that administer it, by name"
        : "administration by others",
      { finding: `Action::${value}` },
    ),
  );
}

/**
 * Findings when a statement lets a whole account write the key's policy: then whoever writes an IAM policy there gives
 * himself the key. The root user, for the day on which every other administrator is lost, is one of a whole account too.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principaltype
 */
export function judgeKeyAdministration(key: Subject, statement: Statement): readonly Finding[] {
  if (!someCovers(statement.actions, ADMINISTERS)) return [];
  const open = statement.principals.values.find((written) => {
    const { kind } = principalOf(written);
    return kind === "anyone" || kind === "account";
  });
  const limit = limitedBy(statement, administrators);
  if (open === undefined || limit === "limits") return [];
  if (limit === "unknown") return [deferred(key, `${statement.path}.Condition`)];
  const required = 'named roles, or a condition that aws:PrincipalType is "Account", the root user';
  return [
    violation(key, open.path, `${ADMINISTERS} by "${open.value}"`, required, {
      finding: `${ADMINISTERS}::${open.value}`,
    }),
  ];
}

const administrators: LimitingKeys = (key) => {
  if (key === "aws:principaltype") return (value) => value === "Account";
  if (key === "aws:principalarn") return isRoleByName;
  return key.startsWith("aws:principaltag/") ? (value) => value !== "" && !hasWildcard(value) : undefined;
};

function isRoleByName(value: string): boolean {
  const arn = parseArn(value);
  return arn !== undefined && isAccountId(arn.account) && /^role\/[^*?]/.test(arn.resource);
}
