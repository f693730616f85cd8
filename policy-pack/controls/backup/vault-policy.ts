import { deferred, type Finding, type Graph, type Node, violation } from "../../core";
import { accountOf } from "../../iam/account";
import { documentOf } from "../../iam/document";
import type { Condition } from "../../iam/statement";
import { hasWildcard } from "../../iam/wildcard";
import { isAllBut, isRefused } from "../classification/refusals";

const POLICY = "aws:backup/vaultPolicy:VaultPolicy";

interface Denial {
  readonly actions: readonly string[];
  readonly accepts: (condition: Condition) => boolean;
  readonly required: string;
  readonly finding: string;
}

/** What a vault's policy refuses: https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html */
const DENIALS: readonly Denial[] = [
  {
    actions: [
      "backup:DeleteRecoveryPoint",
      // A continuous backup goes this way.
      "backup:DisassociateRecoveryPoint",
      "backup:UpdateRecoveryPointLifecycle",
    ],
    accepts: () => false,
    required: "a Deny for everyone on deleting backups and shortening their life",
    finding: "delete-backups",
  },
  {
    actions: [
      "backup:DeleteBackupVault",
      "backup:DeleteBackupVaultAccessPolicy",
      "backup:DeleteBackupVaultLockConfiguration",
      "backup:PutBackupVaultAccessPolicy",
      "backup:PutBackupVaultLockConfiguration",
    ],
    accepts: sparesNamedRoles,
    required: "a Deny on opening the vault, for everyone but named roles",
    finding: "open-vault",
  },
];

/** Findings for the policies of a vault, without which every role with a wide policy deletes its backups. */
export function judgeVaultPolicy(graph: Graph, vault: Node): readonly Finding[] {
  const policies = ofVault(graph, vault, POLICY);
  const documents = policies.map((node) => documentOf(node.properties.get("policy"), "policy"));
  const statements = documents.flatMap((document) => (document.state === "read" ? document.statements : []));
  const isUnknown = documents.some((document) => document.state === "read" && document.unknown.length > 0);
  const blamed = policies[0] ?? vault;
  return DENIALS.flatMap(({ actions, accepts, required, finding }): readonly Finding[] => {
    const open = actions.filter(
      (action) => !isRefused(statements, { action, covers: isWholeVault, accepts }),
    );
    if (open.length === 0) return [];
    if (isUnknown) return [deferred(blamed, "policy")];
    return [violation(blamed, "policy", `nothing denies ${open.join(", ")}`, required, { finding })];
  });
}

/** What a vault has of a type. Vaults of several accounts may have one name. */
export function ofVault(graph: Graph, vault: Node, type: string): readonly Node[] {
  return graph
    .pointingTo(vault, "backupVaultName", type)
    .filter((node) => accountOf(node) === accountOf(vault));
}

/** All recovery points, or the vault by its name. */
const isWholeVault = (resource: string): boolean =>
  resource === "*" || /^arn:[^:]*:backup:[^:]*:[^:]*:(backup-vault:[^:/]+|recovery-point:\*)$/.test(resource);

function sparesNamedRoles(condition: Condition): boolean {
  return isAllBut(
    condition,
    /^aws:principalarn$/i,
    (arn) => /:role\/[^*?]/.test(arn) && !hasWildcard(account(arn)),
  );
}

const account = (arn: string): string => arn.split(":")[4] ?? "*";
