import { backupVaultTamperProof as control } from "../../../policy-pack/controls/backup/backup-vault-tamper-proof";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const vault = declare("backup/vault:Vault", "backups", { name: "backups" });
const lock = (props: object = {}) =>
  declare("backup/vaultLockConfiguration:VaultLockConfiguration", "lock", {
    backupVaultName: ref(vault, "name"),
    minRetentionDays: 35,
    changeableForDays: 7,
    ...props,
  });
const DELETING = [
  "backup:DeleteRecoveryPoint",
  "backup:DisassociateRecoveryPoint",
  "backup:UpdateRecoveryPointLifecycle",
];
const OPENING = [
  "backup:DeleteBackupVault",
  "backup:DeleteBackupVaultAccessPolicy",
  "backup:DeleteBackupVaultLockConfiguration",
  "backup:PutBackupVaultAccessPolicy",
  "backup:PutBackupVaultLockConfiguration",
];
const SPARING = { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::222222222222:role/deployment" } };
const deny = (Action: readonly string[], more: object = {}) => ({
  Effect: "Deny",
  Principal: "*",
  Action,
  Resource: "*",
  ...more,
});
const policy = (...Statement: readonly object[]) =>
  declare("backup/vaultPolicy:VaultPolicy", "policy", {
    backupVaultName: ref(vault, "name"),
    policy: JSON.stringify({ Statement }),
  });
const closed = policy(deny(DELETING), deny(OPENING, { Condition: SPARING }));
const POLICY = "policy (backup/vaultPolicy): policy";

describe("backup-vault-tamper-proof", () => {
  it("passes a vault that is locked and closed", () => {
    passes(control, [vault, lock(), closed]);
    passes(control, [vault, lock(), policy(deny([...DELETING, ...OPENING]))]);
    const byName = { Resource: "arn:aws:backup:eu-central-1:222222222222:backup-vault:backups" };
    passes(control, [vault, lock(), policy(deny(DELETING, byName), deny(OPENING, byName))]);
  });

  it("finds a lock that is short", () => {
    const at = (property: string) => [`lock (backup/vaultLockConfiguration): ${property}`];
    violates(control, [vault, lock({ minRetentionDays: 29 }), closed], at("minRetentionDays"));
    violates(control, [vault, lock({ minRetentionDays: undefined }), closed], at("minRetentionDays"));
    passes(control, [vault, lock({ minRetentionDays: 7, changeableForDays: undefined }), closed], {
      tier: "staging",
    });
    passes(control, [vault, lock({ minRetentionDays: 1, changeableForDays: undefined }), closed], {
      tier: "dev",
    });
  });

  it("finds a lock in prod that can be lifted for good, or for months", () => {
    for (const changeableForDays of [undefined, 0, 31, 400]) {
      violates(
        control,
        [vault, lock({ changeableForDays }), closed],
        ["lock (backup/vaultLockConfiguration): changeableForDays"],
      );
    }
  });

  it("finds a vault without a policy, and each action that none denies", () => {
    violates(control, [vault, lock()], ["backups (backup/vault): policy", "backups (backup/vault): policy"]);
    for (const action of [...DELETING, ...OPENING]) {
      const rest = [...DELETING, ...OPENING].filter((other) => other !== action);
      violates(control, [vault, lock(), policy(deny(rest))], [POLICY]);
    }
  });

  for (const [what, more] of Object.entries({
    "allows instead": { Effect: "Allow" },
    "is for one account": { Principal: { AWS: "arn:aws:iam::222222222222:root" } },
    "is for other backups": { Resource: "arn:aws:backup:eu-central-1:222222222222:recovery-point:1234" },
    "spares everyone": { Condition: { ArnNotLike: { "aws:PrincipalArn": "*" } } },
    "spares a role of any account": {
      Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/x" } },
    },
    "is for a named role alone": {
      Condition: { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::222222222222:role/x" } },
    },
  })) {
    it(`finds a statement on opening the vault that ${what}`, () => {
      violates(control, [vault, lock(), policy(deny(DELETING), deny(OPENING, more))], [POLICY]);
    });
  }

  it("takes no lock or policy of another account's vault for this one's", () => {
    const there = {
      provider: {
        type: "pulumi:providers:aws",
        name: "there",
        props: { allowedAccountIds: '["333333333333"]' },
      },
    };
    const other = { ...vault, name: "others", more: there };
    violates(
      control,
      [vault, lock(), closed, other],
      ["others (backup/vault): policy", "others (backup/vault): policy"],
    );
  });

  it("finds a vault from which backups may be copied, unless a plan copies them", () => {
    const plan = (rule: object = {}, targetVaultName: unknown = ref(vault, "name")) =>
      declare("backup/plan:Plan", "plan", {
        rules: [{ ruleName: "daily", targetVaultName, lifecycle: { deleteAfter: 35 }, ...rule }],
      });
    const there = "arn:aws:backup:eu-central-1:333333333333:backup-vault:copies";
    const copying = (Condition?: object) =>
      policy(
        deny([...DELETING, ...OPENING]),
        deny(["backup:CopyFromBackupVault"], Condition === undefined ? {} : { Condition }),
      );
    const closedVault = [vault, lock()];
    passes(control, [...closedVault, copying(), plan()]);
    for (const Condition of [
      { ArnNotEquals: { "backup:CopyTargets": there } },
      { "ForAnyValue:ArnNotLike": { "backup:CopyTargets": [there] } },
      { "ForAnyValue:StringNotLike": { "backup:CopyTargetOrgPaths": "o-exampleorgid/r-ab12/ou-ab12-1/*" } },
    ])
      passes(control, [...closedVault, copying(Condition), plan()]);
    violates(control, [...closedVault, closed, plan()], [POLICY]);
    violates(control, [...closedVault, closed, plan({}, "backups")], [POLICY]);
    for (const Condition of [
      { ArnNotLike: { "backup:CopyTargets": "arn:aws:backup:*:*:backup-vault:*" } },
      { StringNotLike: { "backup:CopyTargetOrgPaths": "*" } },
      { ArnEquals: { "backup:CopyTargets": there } },
    ])
      violates(control, [...closedVault, copying(Condition), plan()], [POLICY]);
    passes(control, [...closedVault, closed, plan({ copyActions: [{ destinationVaultArn: there }] })]);
    passes(control, [...closedVault, closed, plan({}, "others")]);
  });

  it("spares nobody from the refusal to delete", () => {
    violates(
      control,
      [vault, lock(), policy(deny(DELETING, { Condition: SPARING }), deny(OPENING))],
      [POLICY],
    );
  });

  it("finds a plan that keeps backups for less than the lock's least", () => {
    const plan = (lifecycle: object | undefined) =>
      declare("backup/plan:Plan", "plan", {
        rules: [{ ruleName: "daily", targetVaultName: "backups", lifecycle }],
      });
    passes(control, [plan({ deleteAfter: 35 })]);
    passes(control, [plan(undefined)]);
    passes(control, [plan({ deleteAfter: 7 })], { tier: "staging" });
    violates(control, [plan({ deleteAfter: 3 })], ["plan (backup/plan): rules[0].lifecycle.deleteAfter"]);
    const copied = (deleteAfter: number) =>
      declare("backup/plan:Plan", "plan", {
        rules: [
          { ruleName: "daily", targetVaultName: "backups", copyActions: [{ lifecycle: { deleteAfter } }] },
        ],
      });
    passes(control, [copied(35)]);
    violates(control, [copied(3)], ["plan (backup/plan): rules[0].copyActions[0].lifecycle.deleteAfter"]);
  });

  it("waits for a policy that is not known yet", () => {
    const document = declare("iam/policyDocument:Doc", "doc", { json: JSON.stringify({ Statement: [] }) });
    const later = declare("backup/vaultPolicy:VaultPolicy", "policy", {
      backupVaultName: ref(vault, "name"),
      policy: ref(document, "json"),
    });
    defers(control, [vault, lock(), later, document], [POLICY], [POLICY, POLICY]);
  });

  it("has nothing to judge where nothing is backed up", () => {
    notApplicable(control, [declare("s3/bucket:Bucket", "data")]);
  });
});
