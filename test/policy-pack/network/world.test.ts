import assert from "node:assert/strict";
import fc from "fast-check";
import { coversWorld, reachesPublic } from "../../../policy-pack/network/world";

describe("the world", () => {
  const world: readonly (readonly string[])[] = [
    ["0.0.0.0/0"],
    ["::/0"],
    ["0.0.0.0/1", "128.0.0.0/1"],
    ["0.0.0.0/1"],
    ["64.0.0.0/2"],
    ["2000::/3"],
    ["::/1"],
    ["64:ff9b::/96"],
    ["52.0.0.0/9", "52.128.0.0/9"],
    ["1.2.3.4/0"],
  ];
  for (const cidrs of world) it(`is ${cidrs.join(" and ")}`, () => assert.equal(coversWorld(cidrs), true));

  const some: readonly (readonly string[])[] = [
    [],
    ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"],
    ["fc00::/7"],
    ["203.0.113.0/24"],
    ["52.0.0.0/9"],
    ["2001:db8::/32"],
    ["64:ff9b::a00:0/104"],
    ["no CIDR"],
  ];
  for (const cidrs of some)
    it(`is not ${cidrs.join(" and ") || "nothing"}`, () => assert.equal(coversWorld(cidrs), false));

  it("is not reached through private addresses", () => {
    assert.equal(reachesPublic("10.1.0.0/16"), false);
    assert.equal(reachesPublic("203.0.113.7/32"), true);
    assert.equal(reachesPublic("0.0.0.0/0"), true);
  });

  it("is covered however it is split", () => {
    const prefix = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(prefix, (bits) => {
        const step = 2 ** (32 - bits);
        const parts = Array.from({ length: 2 ** bits }, (_, i) => `${(i * step) / 2 ** 24}.0.0.0/${bits}`);
        assert.equal(coversWorld(parts), true);
      }),
    );
  });
});
