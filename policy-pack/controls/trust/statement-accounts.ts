import { rememberingFor } from "../../core/remembering";
import { isAccountId, parseArn } from "../../iam/arn";
import { demands } from "../../iam/condition";
import type { Located } from "../../iam/field";
import { principalOf } from "../../iam/principal";
import type { Statement } from "../../iam/statement";

/** Condition keys that hold an account's number, or an ARN with one in it. */
const ACCOUNT_KEYS =
  /^(aws:(principalaccount|sourceaccount|sourceowner|principalarn|sourcearn)|kms:calleraccount|s3:dataaccesspoint(account|arn))$/;

/**
 * The accounts that a statement is for, each with where it stands: those of its principals, and for services and
 * everyone those that its conditions name.
 */
export const accountsIn = rememberingFor((statement: Statement): readonly Located[] => [
  ...statement.principals.values.flatMap((written) => {
    const principal = principalOf(written);
    return principal.kind === "account" || principal.kind === "named"
      ? [{ value: principal.account, path: written.path }]
      : [];
  }),
  ...statement.conditions
    .filter(({ operator, key }) => demands(operator, key) && ACCOUNT_KEYS.test(key.toLowerCase()))
    .flatMap(({ values }) => values.values)
    .flatMap(({ value, path }) => {
      const account = isAccountId(value) ? value : parseArn(value)?.account;
      return account !== undefined && isAccountId(account) ? [{ value: account, path }] : [];
    }),
]);
