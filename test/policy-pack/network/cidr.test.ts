import assert from "node:assert/strict";
import fc from "fast-check";
import { addressesOf, holds, merged, overlap, sizeOf, without } from "../../../policy-pack/network/cidr";

const range = (cidr: string) => {
  const addresses = addressesOf(cidr);
  assert.ok(addresses !== undefined, cidr);
  return addresses;
};

describe("CIDRs", () => {
  it("are ranges of addresses, bits beyond the prefix ignored", () => {
    assert.deepEqual(range("10.0.0.0/8"), { family: "ipv4", first: 167772160n, last: 184549375n });
    assert.deepEqual(range("10.1.2.3/8"), range("10.0.0.0/8"));
    assert.deepEqual(range("10.0.0.1"), range("10.0.0.1/32"));
    assert.equal(sizeOf(range("::/0")), 1n << 128n);
  });

  it("are nothing when they are no CIDR", () => {
    for (const text of ["", "10", "0x7f.1", "10.0.0.0/33", "::/129", "vpc", "10.0.0.0/-1", "1.2.3.4.5/8"]) {
      assert.equal(addressesOf(text), undefined, text);
    }
  });

  it("hold and overlap within their own family only", () => {
    assert.equal(holds(range("10.0.0.0/8"), range("10.1.0.0/16")), true);
    assert.equal(holds(range("10.1.0.0/16"), range("10.0.0.0/8")), false);
    assert.equal(holds(range("0.0.0.0/0"), range("::1/128")), false);
    assert.equal(overlap(range("10.0.0.0/16"), range("10.1.0.0/16")), false);
  });

  it("merge neighbours and overlaps", () => {
    assert.deepEqual(merged(["128.0.0.0/1", "0.0.0.0/1", "10.0.0.0/8"].map(range)), [range("0.0.0.0/0")]);
    assert.deepEqual(
      merged(["10.0.0.0/24", "10.0.2.0/24"].map(range)),
      ["10.0.0.0/24", "10.0.2.0/24"].map(range),
    );
  });

  it("lose what is taken away", () => {
    const left = without([range("10.0.0.0/30")], [range("10.0.0.1/32")]);
    assert.deepEqual(left, [range("10.0.0.0/32"), range("10.0.0.2/31")]);
    assert.deepEqual(without([range("10.0.0.0/30")], [range("0.0.0.0/0")]), []);
  });

  it("hold their own halves, and the halves make the whole", () => {
    const cidr = fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 31 }));
    fc.assert(
      fc.property(cidr, ([address, prefix]) => {
        const whole = range(`${address}/${prefix}`);
        const middle = whole.first + sizeOf(whole) / 2n;
        const halves = [
          { ...whole, last: middle - 1n },
          { ...whole, first: middle },
        ];
        assert.ok(halves.every((half) => holds(whole, half)));
        assert.deepEqual(merged(halves), [whole]);
        assert.deepEqual(without([whole], halves), []);
      }),
    );
  });
});
