import { kmsKeyPolicyScoped as control } from "../../../policy-pack/controls/kms/kms-key-policy-scoped";
import { declare, ref } from "../support/resources";
import { defers, passes, violates } from "../support/verdicts";

const ROLE = "arn:aws:iam::222222222222:role/training";
const ROOT = "arn:aws:iam::222222222222:root";
const VIA_S3 = { "kms:ViaService": "s3.eu-central-1.amazonaws.com" };
const use = (parts: object = {}) => ({
  Effect: "Allow",
  Principal: { AWS: ROLE },
  Action: ["kms:Decrypt", "kms:GenerateDataKey"],
  Resource: "*",
  Condition: { StringEquals: VIA_S3 },
  ...parts,
});
const key = (...statements: readonly object[]) =>
  declare("kms/key:Key", "data", { policy: JSON.stringify({ Statement: statements }) });
const PRINCIPAL = ["data (kms/key): policy.Statement[0].Principal.AWS"];
const ACTION = ["data (kms/key): policy.Statement[0].Action"];
const CONDITION = ["data (kms/key): policy.Statement[0].Condition"];

describe("kms-key-policy-scoped", () => {
  it("passes named roles through named services, by principal or by condition", () => {
    passes(control, [key(use())]);
    const byArn = { StringEquals: VIA_S3, ArnEquals: { "aws:PrincipalArn": ROLE } };
    passes(control, [key(use({ Principal: { AWS: ROOT }, Condition: byArn }))]);
  });

  it("takes a policy of its own resource, and judges it there", () => {
    const bare = declare("kms/key:Key", "data");
    const separate = (keyId: unknown, ...statements: readonly object[]) =>
      declare("kms/keyPolicy:KeyPolicy", "apart", {
        keyId,
        policy: JSON.stringify({ Statement: statements }),
      });
    passes(control, [bare, separate(ref(bare), use())]);
    passes(control, [bare, separate(ref(bare, "keyId"), use())]);
    violates(
      control,
      [bare, separate(ref(bare), use({ Principal: { AWS: ROOT } }))],
      ["apart (kms/keyPolicy): policy.Statement[0].Principal.AWS"],
    );
    violates(
      control,
      [bare, separate("1234abcd-12ab-34cd-56ef-1234567890ab", use())],
      ["data (kms/key): policy"],
    );
  });

  it("passes administration by named roles and the root user, not by whoever has a policy in the account", () => {
    const administer = (Principal: string, Condition?: object) =>
      key({
        Effect: "Allow",
        Principal: { AWS: Principal },
        Action: ["kms:DescribeKey", "kms:PutKeyPolicy"],
        Resource: "*",
        Condition,
      });
    passes(control, [administer(ROLE)]);
    passes(control, [administer(ROOT, { StringEquals: { "aws:PrincipalType": "Account" } })]);
    passes(control, [administer(ROOT, { ArnEquals: { "aws:PrincipalArn": ROLE } })]);
    passes(control, [administer("*", { ArnLike: { "aws:PrincipalArn": `${ROLE}-*` } })]);
    violates(control, [administer(ROOT)], PRINCIPAL);
    violates(control, [administer("*")], PRINCIPAL);
    violates(
      control,
      [administer(ROOT, { StringEquals: { "aws:PrincipalType": "AssumedRole" } })],
      PRINCIPAL,
    );
    violates(control, [administer(ROOT, { StringLike: { "aws:PrincipalType": "*" } })], PRINCIPAL);
    violates(
      control,
      [administer(ROOT, { StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } })],
      PRINCIPAL,
    );
    passes(control, [
      key({
        Effect: "Allow",
        Principal: { AWS: ROOT },
        Action: ["kms:DescribeKey", "kms:ListGrants"],
        Resource: "*",
      }),
    ]);
  });

  it("passes grants to AWS services", () => {
    const grants = {
      Action: "kms:CreateGrant",
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    };
    passes(control, [key(use(grants))]);
    violates(control, [key(use({ ...grants, Action: ["kms:CreateGrant", "kms:Decrypt"] }))], CONDITION);
    const not = { Bool: { "kms:GrantIsForAWSResource": "false" } };
    violates(control, [key(use({ ...grants, Condition: not }))], CONDITION);
  });

  it("passes roles that only a service can assume, and no lookalikes of them", () => {
    const linked = "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
    const by = (...roles: readonly string[]) =>
      key(
        use({
          Principal: { AWS: roles.map((role) => `arn:aws:iam::222222222222:${role}`) },
          Condition: undefined,
        }),
      );
    passes(control, [by(linked)]);
    violates(control, [by(linked, "role/training")], CONDITION);
    violates(control, [by("role/my/aws-service-role/autoscaling.amazonaws.com/X")], CONDITION);
    violates(
      control,
      [by("role/aws-service-role/autoscaling.amazonaws.com/*")],
      [...CONDITION, "data (kms/key): policy.Statement[0].Principal.AWS[0]"],
    );
  });

  it("passes the account's default key for volumes, through EC2 alone", () => {
    const volumes = (service: string, more: object = { "kms:CallerAccount": "222222222222" }) =>
      use({ Principal: { AWS: ROOT }, Condition: { StringEquals: { "kms:ViaService": service, ...more } } });
    passes(control, [key(volumes("ec2.eu-central-1.amazonaws.com"))]);
    violates(control, [key(volumes("s3.eu-central-1.amazonaws.com"))], PRINCIPAL);
    violates(control, [key(volumes("ec2.eu-central-1.amazonaws.com", {}))], PRINCIPAL);
  });

  it("refuses AWS's default policy", () => {
    violates(control, [declare("kms/key:Key", "data", {})], ["data (kms/key): policy"]);
  });

  it("refuses the account, and everyone", () => {
    violates(control, [key(use({ Principal: { AWS: ROOT } }))], PRINCIPAL);
    violates(control, [key(use({ Principal: { AWS: "*" } }))], PRINCIPAL);
    violates(
      control,
      [key(use({ Principal: { AWS: ROOT }, Action: "kms:*", Condition: undefined }))],
      [...PRINCIPAL, ...PRINCIPAL, ...CONDITION, ...ACTION],
    );
    const anyRole = {
      StringEquals: VIA_S3,
      ArnLike: { "aws:PrincipalArn": "arn:aws:iam::222222222222:role/*" },
    };
    violates(control, [key(use({ Principal: { AWS: ROOT }, Condition: anyRole }))], PRINCIPAL);
  });

  it("refuses use and administration in one, to roles and to services", () => {
    violates(control, [key(use({ Action: "kms:*" }))], ACTION);
    const logs = { Principal: { Service: "logs.eu-central-1.amazonaws.com" } };
    violates(control, [key(use({ ...logs, Action: "*" }))], ACTION);
    passes(control, [key(use({ ...logs, Action: "kms:Decrypt*" }))]);
  });

  it("refuses use and administration side by side", () => {
    violates(
      control,
      [key(use({ Action: ["kms:Decrypt", "kms:GenerateDataKey", "kms:PutKeyPolicy"] }))],
      ["data (kms/key): policy.Statement[0].Action[2]"],
    );
  });

  it("refuses pairs of data keys and shared secrets through anything", () => {
    for (const Action of ["kms:GenerateDataKeyPair", "kms:DeriveSharedSecret"])
      violates(control, [key(use({ Action, Condition: {} }))], CONDITION);
  });

  it("judges keys whose material is imported, and their replicas", () => {
    for (const type of ["externalKey:ExternalKey", "replicaExternalKey:ReplicaExternalKey"]) {
      const short = `data (kms/${type.split(":")[0] ?? ""})`;
      const of = (props: object) => declare(`kms/${type}`, "data", { ...props });
      violates(control, [of({})], [`${short}: policy`]);
      passes(control, [of({ policy: JSON.stringify({ Statement: [use()] }) })]);
    }
  });

  it("refuses constraints of grants that constrain nothing", () => {
    const grant = (constraints: unknown) =>
      declare("kms/grant:Grant", "g", {
        keyId: "k",
        granteePrincipal: ROLE,
        operations: ["Decrypt"],
        constraints,
      });
    passes(control, [grant([{ encryptionContextSubset: { team: "fraud" } }])]);
    for (const nothing of [[{}], [{ encryptionContextEquals: {} }], []])
      violates(control, [grant(nothing)], ["g (kms/grant): constraints"]);
  });

  it("refuses use through anything", () => {
    violates(control, [key(use({ Condition: undefined }))], CONDITION);
    violates(control, [key(use({ Condition: { StringLike: { "kms:ViaService": "*" } } }))], CONDITION);
    violates(control, [key(use({ Condition: { StringEqualsIfExists: VIA_S3 } }))], CONDITION);
  });

  it("defers a principal that is not known yet", () => {
    const role = declare("iam/role:Role", "training", { arn: ROOT });
    const policy = { Statement: [use({ Principal: { AWS: ref(role, "arn") } })] };
    defers(control, [role, declare("kms/key:Key", "data", { policy })], PRINCIPAL, PRINCIPAL);
  });

  it("wants grants limited", () => {
    const role = declare("iam/role:Role", "training");
    const grant = (props: object) =>
      declare("kms/grant:Grant", "g", {
        keyId: "k",
        granteePrincipal: ref(role, "arn"),
        operations: ["Decrypt"],
        constraints: [{ encryptionContextEquals: { team: "fraud" } }],
        ...props,
      });
    passes(control, [role, grant({})]);
    violates(control, [role, grant({ constraints: undefined })], ["g (kms/grant): constraints"]);
    violates(
      control,
      [role, grant({ operations: ["Decrypt", "CreateGrant"] })],
      ["g (kms/grant): operations[1]"],
    );
    violates(control, [grant({ granteePrincipal: ROOT })], ["g (kms/grant): granteePrincipal"]);
  });
});
