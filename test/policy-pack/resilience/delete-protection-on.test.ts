import { deleteProtectionOn as control } from "../../../policy-pack/controls/resilience/delete-protection-on";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const a = declare("ec2/subnet:Subnet", "a");
const b = declare("ec2/subnet:Subnet", "b");
const one = (type: string, props: Declared["props"]) => [a, b, declare(type, "x", props)];
const BALANCER = "lb/loadBalancer:LoadBalancer";
const FIREWALL = "networkfirewall/firewall:Firewall";
const BALANCER_ON = { enableDeletionProtection: true, subnets: [ref(a), ref(b)] };
const FIREWALL_ON = {
  deleteProtection: true,
  subnetChangeProtection: true,
  firewallPolicyChangeProtection: true,
};
const MAPPINGS = [{ subnetId: ref(a) }, { subnetId: ref(b) }];

describe("delete-protection-on", () => {
  it("passes what is protected, and spans two zones", () => {
    passes(control, one("eks/cluster:Cluster", { deletionProtection: true }));
    passes(control, one(BALANCER, BALANCER_ON));
    passes(control, one("alb/loadBalancer:LoadBalancer", BALANCER_ON));
    passes(control, one(BALANCER, { enableDeletionProtection: true, subnetMappings: MAPPINGS }));
    passes(control, one(FIREWALL, { ...FIREWALL_ON, subnetMappings: MAPPINGS }));
    const zones = [{ availabilityZoneId: "euc1-az1" }, { availabilityZoneId: "euc1-az2" }];
    passes(control, one(FIREWALL, { ...FIREWALL_ON, availabilityZoneMappings: zones }));
    passes(control, one("cloudwatch/logGroup:LogGroup", { deletionProtectionEnabled: true }));
  });

  it("finds the defaults, which are off", () => {
    violates(control, one("eks/cluster:Cluster", {}), ["x (eks/cluster): deletionProtection"]);
    violates(control, one(BALANCER, { subnets: BALANCER_ON.subnets }), [
      "x (lb/loadBalancer): enableDeletionProtection",
    ]);
    violates(
      control,
      one(FIREWALL, { subnetMappings: MAPPINGS }),
      Object.keys(FIREWALL_ON).map((name) => `x (networkfirewall/firewall): ${name}`),
    );
    for (const name of Object.keys(FIREWALL_ON)) {
      violates(control, one(FIREWALL, { ...FIREWALL_ON, subnetMappings: MAPPINGS, [name]: false }), [
        `x (networkfirewall/firewall): ${name}`,
      ]);
    }
  });

  it("asks it of databases", () => {
    for (const type of [
      "docdb/cluster:Cluster",
      "docdb/globalCluster:GlobalCluster",
      "neptune/cluster:Cluster",
      "neptune/globalCluster:GlobalCluster",
      "neptunegraph/graph:Graph",
      "rds/cluster:Cluster",
      "rds/globalCluster:GlobalCluster",
      "rds/instance:Instance",
    ]) {
      const line = [`x (${type.split(":")[0] ?? ""}): deletionProtection`];
      passes(control, one(type, { deletionProtection: true }));
      violates(control, one(type, { deletionProtection: false }), line);
      violates(control, one(type, {}), line);
    }
  });

  it("asks it of Aurora DSQL, which calls it otherwise", () => {
    const type = "dsql/cluster:Cluster";
    const line = ["x (dsql/cluster): deletionProtectionEnabled"];
    passes(control, one(type, { deletionProtectionEnabled: true }));
    violates(control, one(type, {}), line);
    violates(control, one(type, { deletionProtection: true }), line);
  });

  it("finds one zone only", () => {
    violates(control, one(BALANCER, { ...BALANCER_ON, subnets: [ref(a)] }), ["x (lb/loadBalancer): subnets"]);
    violates(control, one(FIREWALL, { ...FIREWALL_ON, subnetMappings: MAPPINGS.slice(1) }), [
      "x (networkfirewall/firewall): subnetMappings",
    ]);
    violates(control, one(FIREWALL, FIREWALL_ON), ["x (networkfirewall/firewall): subnetMappings"]);
  });

  it("asks it of log groups in prod", () => {
    const group = one("cloudwatch/logGroup:LogGroup", {});
    violates(control, group, ["x (cloudwatch/logGroup): deletionProtectionEnabled"]);
    passes(control, group, { tier: "staging" });
  });

  it("waits for subnets that are not known yet", () => {
    const value = declare("made/up:Value", "v", { subnets: ["subnet-1"] });
    const line = ["x (lb/loadBalancer): subnets"];
    const unknown = one(BALANCER, { ...BALANCER_ON, subnets: ref(value, "subnets") });
    defers(control, [value, ...unknown], line, line);
    notApplicable(control, [a]);
  });
});
