import assert from "node:assert/strict";
import { lbInternalByDefault } from "../../../policy-pack/controls/network/lb-internal-by-default";
import { lbTlsOnly } from "../../../policy-pack/controls/network/lb-tls-only";
import { deleteProtectionOn } from "../../../policy-pack/controls/resilience/delete-protection-on";
import { currentType } from "../../../policy-pack/core/current-type";
import { declare } from "../support/resources";
import { violates } from "../support/verdicts";

describe("types under their earlier names", () => {
  it("go by their present ones", () => {
    const names: Readonly<Record<string, string>> = {
      "aws:elasticloadbalancingv2/loadBalancer:LoadBalancer": "aws:lb/loadBalancer:LoadBalancer",
      "aws:applicationloadbalancing/listener:Listener": "aws:alb/listener:Listener",
      "aws:elasticloadbalancing/loadBalancer:LoadBalancer": "aws:elb/loadBalancer:LoadBalancer",
      "aws:s3/BucketObject:BucketObject": "aws:s3/bucketObject:BucketObject",
      "aws:s3/bucket:Bucket": "aws:s3/bucket:Bucket",
      "aws:constructor/x:X": "aws:constructor/x:X",
      "random:elasticloadbalancing/x:X": "random:elasticloadbalancing/x:X",
      "pulumi:pulumi:Stack": "pulumi:pulumi:Stack",
    };
    for (const [old, now] of Object.entries(names)) assert.equal(currentType(old), now);
  });

  it("are judged by controls of the graph and of one resource", () => {
    const open = declare("elasticloadbalancingv2/loadBalancer:LoadBalancer", "l", {
      dropInvalidHeaderFields: true,
      loadBalancerType: "network",
      subnets: ["subnet-1", "subnet-2"],
    });
    violates(lbInternalByDefault, [open], ["l (elasticloadbalancingv2/loadBalancer): internal"]);
    violates(
      deleteProtectionOn,
      [open],
      ["l (elasticloadbalancingv2/loadBalancer): enableDeletionProtection"],
    );
    const listener = declare("applicationloadbalancing/listener:Listener", "h", {
      protocol: "TCP",
      port: 80,
    });
    violates(lbTlsOnly, [listener], ["h (applicationloadbalancing/listener): protocol"]);
  });
});
