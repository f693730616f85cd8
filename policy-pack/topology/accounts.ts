import type { Graph, Node } from "../contract/subject";
import { accountOf } from "../iam/account";

/**
 * Settings of which an account has one, and services that are switched on once for an account. A stack that holds one
 * of them is the stack that sets the account up, so that what an account needs is looked for there. Contacts are none of
 * them: the management account sets them for others.
 */
const OF_ACCOUNT = [
  "aws:cfg/recorder:Recorder",
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  "aws:guardduty/detector:Detector",
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
  "aws:macie2/account:Account",
  "aws:securityhub/account:Account",
] as const;

/** An account that a stack sets up. */
export interface AccountSetUp {
  /** The account's id; undefined when the provider does not say it. */
  readonly account: string | undefined;
  /** A resource that sets the account up, to report what is missing altogether. */
  readonly node: Node;
  /** The resources of some types in this account. */
  byType(...types: readonly string[]): readonly Node[];
}

/** The accounts that a stack sets up, each once. */
export function accountsSetUp(graph: Graph): readonly AccountSetUp[] {
  const marks = graph.byType(...OF_ACCOUNT);
  const byAccount = new Map(
    marks.map((node) => [accountOf(node), node]).reverse() as [string | undefined, Node][],
  );
  return [...byAccount].reverse().map(([account, node]) => ({
    account,
    node,
    byType: (...types) => graph.byType(...types).filter((one) => accountOf(one) === account),
  }));
}
