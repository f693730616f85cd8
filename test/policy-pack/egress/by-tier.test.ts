import assert from "node:assert/strict";
import type { Tier } from "../../../policy-pack/contract/control";
import { prodEgressAllowlist } from "../../../policy-pack/controls/egress/prod-egress-allowlist";
import { sgNoWorldEgress } from "../../../policy-pack/controls/egress/sg-no-world-egress";
import { judgeStack } from "../../../policy-pack/core/judge-stack";
import { NO_EXCEPTIONS } from "../../../policy-pack/exceptions/record";
import { realise } from "../support/realise";
import { declare, ref } from "../support/resources";
import { SETTINGS } from "../support/verdicts";

const vpc = declare("ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
const group = declare("ec2/securityGroup:SecurityGroup", "training", { vpcId: ref(vpc) });
const https = (name: string, cidrIpv4: string) =>
  declare("vpc/securityGroupEgressRule:SecurityGroupEgressRule", name, {
    securityGroupId: ref(group),
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrIpv4,
  });

/** What each tier says of one program, by its own levels: the control, the level and the resource. */
function judgedIn(tier: Tier): readonly string[] {
  const program = [vpc, group, https("inside", "10.0.0.0/16"), https("world", "0.0.0.0/0")];
  const report = judgeStack(realise(program, "unknown"), {
    controls: [sgNoWorldEgress, prodEgressAllowlist],
    settings: { ...SETTINGS, stackTiers: { dev: tier } },
    exceptions: NO_EXCEPTIONS,
    now: new Date("2026-06-01T12:00:00Z"),
    preview: true,
  });
  return report.violations
    .map((one) => `${one.control} ${one.level}: ${one.urn.split("::").at(-1) ?? ""}`)
    .sort();
}

describe("egress, one program judged in three tiers", () => {
  it("dev lets it be", () => assert.deepEqual(judgedIn("dev"), []));

  it("staging tells", () => {
    assert.deepEqual(judgedIn("staging"), [
      "prod-egress-allowlist advisory: inside",
      "prod-egress-allowlist advisory: world",
      "sg-no-world-egress advisory: world",
    ]);
  });

  it("prod blocks", () => {
    assert.deepEqual(judgedIn("prod"), [
      "prod-egress-allowlist mandatory: inside",
      "prod-egress-allowlist mandatory: world",
      "sg-no-world-egress mandatory: world",
    ]);
  });
});
