import { iamNoBroadManagedPolicies as control } from "../../../policy-pack/controls/identity/iam-no-broad-managed-policies";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const attach = (policyArn: string) =>
  declare("iam/rolePolicyAttachment:RolePolicyAttachment", "a", { role: "r", policyArn });
const FOUND = ["a (iam/rolePolicyAttachment): policyArn"];

describe("iam-no-broad-managed-policies", () => {
  for (const policy of [
    "service-role/AWSLambdaVPCAccessExecutionRole",
    "AmazonSSMManagedInstanceCore",
    "AmazonEKS_CNI_Policy",
    "AmazonEKSVPCResourceController",
    "AmazonEKSFargatePodExecutionRolePolicy",
    "AWSBillingReadOnlyAccess",
    "AWSSupportAccess",
    "AWSXRayDaemonWriteAccess",
    "CloudWatchLambdaInsightsExecutionRolePolicy",
    "EC2InstanceProfileForImageBuilder",
  ]) {
    it(`passes ${policy}`, () => passes(control, [attach(`arn:aws:iam::aws:policy/${policy}`)]));
  }

  it("passes policies of one's own, and leaves administrators to their own control", () => {
    passes(control, [attach("arn:aws:iam::222222222222:policy/MyFullAccess")]);
    passes(control, [attach("arn:aws:iam::aws:policy/AdministratorAccess")]);
  });

  for (const policy of [
    "AmazonSageMakerFullAccess",
    "AmazonS3FullAccess",
    "PowerUserAccess",
    "ReadOnlyAccess",
    "AmazonS3ReadOnlyAccess",
    "service-role/AmazonEC2RoleforSSM",
    "job-function/ViewOnlyAccess",
    // It passes any role on to EC2.
    "AmazonEKSComputePolicy",
    // It reads every bucket.
    "AWSBackupServiceRolePolicyForS3Backup",
  ]) {
    it(`refuses ${policy}`, () => violates(control, [attach(`arn:aws:iam::aws:policy/${policy}`)], FOUND));
  }

  it("looks at roles and permission sets", () => {
    const arn = "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess";
    violates(
      control,
      [declare("iam/role:Role", "r", { managedPolicyArns: [arn] })],
      ["r (iam/role): managedPolicyArns[0]"],
    );
    violates(
      control,
      [declare("ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment", "p", { managedPolicyArn: arn })],
      ["p (ssoadmin/managedPolicyAttachment): managedPolicyArn"],
    );
  });

  it("has nothing to judge without attachments", () =>
    notApplicable(control, [declare("iam/role:Role", "r")]));
});
