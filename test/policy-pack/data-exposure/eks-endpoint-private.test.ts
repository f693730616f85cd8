import { eksEndpointPrivate as control } from "../../../policy-pack/controls/data-exposure/eks-endpoint-private";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const parameter = declare("made/up:Value", "p", { flag: true, cidr: "0.0.0.0/0" });
const cluster = (vpcConfig: object) => [parameter, declare("eks/cluster:Cluster", "c", { vpcConfig })];
const at = (name: string) => `c (eks/cluster): vpcConfig.${name}`;
const PRIVATE = { endpointPrivateAccess: true, endpointPublicAccess: false };
const DEV = { tier: "dev" } as const;

describe("eks-endpoint-private", () => {
  it("passes a private endpoint, in every tier", () => {
    for (const tier of ["dev", "staging", "prod"] as const) passes(control, cluster(PRIVATE), { tier });
  });

  it("finds the defaults: not private, and public", () => {
    const both = [at("endpointPrivateAccess"), at("endpointPublicAccess")];
    violates(control, cluster({}), both);
    violates(control, [declare("eks/cluster:Cluster", "c", {})], both);
    violates(control, cluster({ ...PRIVATE, endpointPublicAccess: true }), [at("endpointPublicAccess")]);
    violates(control, cluster({ ...PRIVATE, endpointPrivateAccess: false }), [at("endpointPrivateAccess")]);
  });

  it("takes named ranges in dev, and nothing public elsewhere", () => {
    const named = { ...PRIVATE, endpointPublicAccess: true, publicAccessCidrs: ["198.51.100.0/24"] };
    passes(control, cluster(named), DEV);
    violates(control, cluster(named), [at("endpointPublicAccess")], { tier: "staging" });
  });

  for (const [what, publicAccessCidrs] of Object.entries({
    "nobody named, which is everyone": undefined,
    "an empty list": [],
    "the whole internet": ["198.51.100.0/24", "0.0.0.0/0"],
    "both its halves": ["0.0.0.0/1", "128.0.0.0/1"],
    "all of IPv6": ["::/0"],
  })) {
    it(`finds ranges in dev that are ${what}`, () => {
      const open = { endpointPrivateAccess: true, publicAccessCidrs };
      violates(control, cluster(open), [at("publicAccessCidrs")], DEV);
    });
  }

  it("waits for a switch, and for a range, that is not known yet", () => {
    const unknownSwitch = { ...PRIVATE, endpointPublicAccess: ref(parameter, "flag") };
    const line = [at("endpointPublicAccess")];
    defers(control, cluster(unknownSwitch), line, line);
    const unknownRange = { endpointPrivateAccess: true, publicAccessCidrs: [ref(parameter, "cidr")] };
    const ranges = [at("publicAccessCidrs")];
    defers(control, cluster(unknownRange), ranges, ranges, DEV);
    notApplicable(control, [parameter]);
  });
});
