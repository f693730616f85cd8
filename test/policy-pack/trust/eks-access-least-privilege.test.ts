import { eksAccessLeastPrivilege as control } from "../../../policy-pack/controls/trust/eks-access-least-privilege";
import { declare } from "../support/resources";
import { passes, violates } from "../support/verdicts";

const cluster = (accessConfig?: object) => declare("eks/cluster:Cluster", "ml", { accessConfig });
const association = (policy: string, type?: string) =>
  declare("eks/accessPolicyAssociation:AccessPolicyAssociation", "fraud", {
    policyArn: `arn:aws:eks::aws:cluster-access-policy/${policy}`,
    accessScope: type === undefined ? undefined : { type },
  });
const entry = (kubernetesGroups?: readonly string[]) =>
  declare("eks/accessEntry:AccessEntry", "fraud", { kubernetesGroups });
const api = { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false };

describe("eks-access-least-privilege", () => {
  it("passes the API without a creator's right, and rights of namespaces", () => {
    passes(control, [cluster(api)]);
    passes(control, [association("AmazonEKSEditPolicy", "namespace")]);
    passes(control, [association("AmazonEKSViewPolicy", "cluster")]);
    passes(control, [association("AmazonEKSAdminPolicy", "namespace")]);
    passes(control, [entry()]);
    passes(control, [entry(["fraud-developers"])]);
  });

  it("refuses the map of users, said or by default", () => {
    const mode = "ml (eks/cluster): accessConfig.authenticationMode";
    const creator = "ml (eks/cluster): accessConfig.bootstrapClusterCreatorAdminPermissions";
    violates(control, [cluster()], [mode, creator]);
    violates(control, [cluster({ ...api, authenticationMode: "API_AND_CONFIG_MAP" })], [mode]);
    violates(control, [cluster({ authenticationMode: "API" })], [creator]);
    violates(control, [cluster({ ...api, bootstrapClusterCreatorAdminPermissions: true })], [creator]);
  });

  it("refuses administrators of the cluster", () => {
    const found = ["fraud (eks/accessPolicyAssociation): policyArn"];
    violates(control, [association("AmazonEKSClusterAdminPolicy", "cluster")], found);
    violates(control, [association("AmazonEKSClusterAdminPolicy", "namespace")], found);
    violates(control, [association("AmazonEKSAdminPolicy", "cluster")], found);
    violates(control, [association("AmazonEKSAdminPolicy")], found);
  });

  it("refuses Kubernetes' own groups", () => {
    violates(control, [entry(["fraud", "system:masters"])], ["fraud (eks/accessEntry): kubernetesGroups[1]"]);
  });
});
