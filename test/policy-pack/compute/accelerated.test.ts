import assert from "node:assert/strict";
import { isAccelerated } from "../../../policy-pack/controls/compute/accelerated";

const ACCELERATED = [
  "p3.2xlarge",
  "p3dn.24xlarge",
  "p4d.24xlarge",
  "p4de.24xlarge",
  "p5.48xlarge",
  "p5en.48xlarge",
  "p6-b200.48xlarge",
  "p6e-gb200.36xlarge",
  "g4dn.xlarge",
  "g4ad.xlarge",
  "g5.xlarge",
  "g5g.xlarge",
  "g6.xlarge",
  "g6e.xlarge",
  "g6f.large",
  "gr6.4xlarge",
  "gr6f.4xlarge",
  "trn1.32xlarge",
  "trn1n.32xlarge",
  "trn2.48xlarge",
  "inf1.xlarge",
  "inf2.xlarge",
  "dl1.24xlarge",
  "dl2q.24xlarge",
  "f1.2xlarge",
  "f2.6xlarge",
  "vt1.3xlarge",
  "ml.g5.xlarge",
  "g5",
  "p4d",
  "G5.XLARGE",
  "p5.*",
  "g*",
];
const PLAIN = [
  "m5.large",
  "c7g.large",
  "r6gd.large",
  "t3.micro",
  "hpc7a.96xlarge",
  "i4i.large",
  "d3.xlarge",
  "x2gd.large",
  "u-6tb1.metal",
  "mac2.metal",
  "z1d.large",
  "im4gn.large",
  "optimal",
  "ml.m5.large",
  "",
  undefined,
  5,
];

describe("accelerated instance types", () => {
  it("knows every family with an accelerator, by its letters", () => {
    assert.deepEqual(
      ACCELERATED.filter((type) => !isAccelerated(type)),
      [],
    );
  });

  it("takes no other family for one", () => {
    assert.deepEqual(
      PLAIN.filter((type) => isAccelerated(type)),
      [],
    );
  });
});
