import type { Finding } from "../contract/control";
import type { Subject } from "../contract/subject";
import { violation } from "../core/findings";
import type { Statement } from "./statement";
import { coversAction } from "./wildcard";

/** One action of each duty: who holds both can read the data and take the key from everyone else. */
const USES = "kms:Decrypt";
const ADMINISTERS = "kms:PutKeyPolicy";

/**
 * Findings for patterns that give the use of a key and its administration in one: `kms:*`.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function judgeKeyDuties(key: Subject, statement: Statement): readonly Finding[] {
  return statement.actions.values
    .filter(({ value }) => coversAction(value, USES) && coversAction(value, ADMINISTERS))
    .map(({ value, path }) =>
      violation(key, path, `"${value}"`, "actions that use the key or that administer it, by name", {
        finding: `Action::${value}`,
      }),
    );
}
