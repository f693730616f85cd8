import { deferred, type Finding, type GraphControl } from "../../core";
import { askedByTemplate, exposuresOf } from "./exposure";
import { accelerationOf, launchesOf, templateAcceleration } from "./launch";
import { TEMPLATE_TYPES } from "./launchers";

export const gpuInstanceNoPublicIp: GraphControl = {
  kind: "graph",
  name: "gpu-instance-no-public-ip",
  description: "No instance with an accelerator gets a public address, whatever launches it.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "Machines with accelerators hold training data and models, and are what miners of cryptocurrency scan the internet for.",
  fix: {
    text: "Launch it in a private subnet without a public address; reach it through Session Manager.",
    code: `new ec2.Instance("gpu", { ..., subnetId: privateSubnet.id, associatePublicIpAddress: false });`,
  },
  frameworks: {
    nist: ["AC-3", "AC-4(21)", "SC-7", "SC-7(3)", "SC-7(9)"],
    fsbp: ["AutoScaling.5", "EC2.9", "EC2.25"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_88", "CKV_AWS_389"],
  },
  exemptibleInProd: false,
  check: (graph) => {
    const launches = launchesOf(graph).filter((launch) => accelerationOf(launch) !== false);
    const templates = graph.byType(...TEMPLATE_TYPES).filter((one) => templateAcceleration(one) !== false);
    if (launches.length + templates.length === 0) return "not-applicable";
    // A template that asks for public addresses is a mistake even while nothing of this stack uses it.
    return [
      ...launches.flatMap((launch) => orDeferred(accelerationOf(launch), exposuresOf(graph, launch))),
      ...templates.flatMap((one) => orDeferred(templateAcceleration(one), askedByTemplate(one))),
    ];
  },
};

/** While the type is not known, what would be a violation for an accelerator has to wait. */
function orDeferred(accelerated: boolean | "unknown", findings: readonly Finding[]): readonly Finding[] {
  if (accelerated === true) return findings;
  return findings.map((finding) => deferred(finding, finding.property));
}
