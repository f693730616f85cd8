import { eksNodesPrivateNoSsh as control } from "../../../policy-pack/controls/endpoints/eks-nodes-private-no-ssh";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { network, route, subnet } from "../reachability/network";

const template = (hops?: number) =>
  declare("ec2/launchTemplate:LaunchTemplate", "nodes", {
    metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: hops },
  });
const nodes = (props: object = {}) =>
  declare("eks/nodeGroup:NodeGroup", "gpu", {
    subnetIds: [ref(subnet)],
    launchTemplate: { id: ref(template(1)), version: "1" },
    ...props,
  });
const at = (property: string) => [`gpu (eks/nodeGroup): ${property}`];

describe("eks-nodes-private-no-ssh", () => {
  it("passes private nodes without SSH and with one hop", () => {
    passes(control, network(template(1), nodes()));
    const guarded = { remoteAccess: { ec2SshKey: "admin", sourceSecurityGroupIds: ["sg-0a1"] } };
    passes(control, network(template(1), nodes(guarded)));
  });

  it("refuses a public subnet", () => {
    violates(control, network(route(), template(1), nodes()), at("subnetIds"));
  });

  it("refuses a key that anyone may knock with", () => {
    const found = at("remoteAccess.sourceSecurityGroupIds");
    violates(control, network(template(1), nodes({ remoteAccess: { ec2SshKey: "admin" } })), found);
    const empty = { remoteAccess: { ec2SshKey: "admin", sourceSecurityGroupIds: [] } };
    violates(control, network(template(1), nodes(empty)), found);
  });

  it("refuses two hops, said or by default", () => {
    violates(control, network(nodes({ launchTemplate: undefined })), at("launchTemplate"));
    const hops = ["nodes (ec2/launchTemplate): metadataOptions.httpPutResponseHopLimit"];
    violates(control, network(template(2), nodes()), hops);
    violates(control, network(template(), nodes()), hops);
  });

  it("has nothing to judge without nodes", () => notApplicable(control, network()));
});
