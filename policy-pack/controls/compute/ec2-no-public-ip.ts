import type { GraphControl } from "../../core";
import { elasticAddressesOfOthers } from "./elastic-addresses";
import { exposuresOf } from "./exposure";
import { launchesOf } from "./launch";

export const ec2NoPublicIp: GraphControl = {
  kind: "graph",
  name: "ec2-no-public-ip",
  description:
    "No instance gets a public address: not by asking, not by its subnet, not by an elastic address.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "An address on the internet is found by scanners within minutes, and every open port with it.",
  fix: {
    text: "Launch it in a private subnet without a public address; reach it through Session Manager.",
    code: `new ec2.Instance("worker", { ..., subnetId: privateSubnet.id, associatePublicIpAddress: false });`,
  },
  frameworks: {
    nist: ["SC-7", "SC-7(3)", "SC-7(9)", "SC-7(11)", "SC-7(20)"],
    fsbp: ["EC2.9"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_88"],
  },
  check: (graph) => {
    const launches = launchesOf(graph);
    const others = elasticAddressesOfOthers(graph, launches);
    if (launches.length + others.length === 0) return "not-applicable";
    return [...launches.flatMap((launch) => exposuresOf(graph, launch)), ...others];
  },
};
