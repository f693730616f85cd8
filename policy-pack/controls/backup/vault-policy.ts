import { deferred, type Finding, type Graph, type Node, violation } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { leavesOf } from "../../core/walk";
import { accountOf } from "../../iam/account";
import { documentOf } from "../../iam/document";
import type { Condition } from "../../iam/statement";
import { hasWildcard } from "../../iam/wildcard";
import { isAllBut, isRefused } from "../classification/refusals";

const POLICY = "aws:backup/vaultPolicy:VaultPolicy";
const PLAN = "aws:backup/plan:Plan";
const VAULT = "aws:backup/vault:Vault";

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

/**
 * Whoever copies a backup has the data, in whichever account the copy is.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html
 */
const COPIES: Denial = {
  actions: ["backup:CopyFromBackupVault"],
  accepts: sparesNamedTargets,
  required: "a Deny on copying backups out, but to named vaults",
  finding: "copy-backups",
};

/** Findings for the policies of a vault, without which every role with a wide policy deletes its backups. */
export function judgeVaultPolicy(graph: Graph, vault: Node): readonly Finding[] {
  const policies = ofVault(graph, vault, POLICY);
  const documents = policies.map((node) => documentOf(node.properties.get("policy"), "policy"));
  const statements = documents.flatMap((document) => (document.state === "read" ? document.statements : []));
  const isUnknown = documents.some((document) => document.state === "read" && document.unknown.length > 0);
  const blamed = policies[0] ?? vault;
  const denials = staysAlone(graph, vault) ? [...DENIALS, COPIES] : DENIALS;
  return denials.flatMap(({ actions, accepts, required, finding }): readonly Finding[] => {
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

/** Whether plans of the stack keep their backups in a vault, and none of them copies any further. */
function staysAlone(graph: Graph, vault: Node): boolean {
  const plans = graph
    .byType(PLAN)
    .filter((plan) => pointedAtFrom(graph, plan, ["rules"], VAULT).includes(vault));
  return plans.length > 0 && !plans.some(mayCopy);
}

/** Rules that are not known yet may copy. */
const mayCopy = (plan: Node): boolean =>
  leavesOf(plan.properties.get("rules"), "rules").some(
    ({ path, value }) =>
      /\.copyActions\b/.test(path) || (value.state === "unknown" && /^rules(\[\d+\])?$/.test(path)),
  );

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

/** Copies that the condition leaves out go to vaults by ARN, or within an organization. */
function sparesNamedTargets({ operator, ...condition }: Condition): boolean {
  const single = { ...condition, operator: operator.replace(/^(ForAnyValue|ForAllValues):/i, "") };
  const isPath = (path: string) => /^o-[a-z0-9]{10,32}\//.test(path);
  return (
    isAllBut(single, /^backup:copytargets$/i, (arn) => !hasWildcard(account(arn))) ||
    isAllBut(single, /^backup:copytargetorgpaths$/i, isPath)
  );
}

const account = (arn: string): string => arn.split(":")[4] ?? "*";
