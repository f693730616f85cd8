import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import fc from "fast-check";
import { UNKNOWN, UNSET, known } from "../../../policy-pack/contract/value";
import { join, steps } from "../../../policy-pack/core/path";
import { propertiesOf } from "../../../policy-pack/core/properties";
import { leavesNamed } from "../../../policy-pack/core/walk";
import { UNKNOWN_SENTINEL as U } from "../support/realise";

const read = (raw: object) => propertiesOf(unknownCheckingProxy(raw));

describe("reading properties", () => {
  it("tells known, unknown and unset apart, at any depth", () => {
    const properties = read({ a: 1, b: U, c: { d: [{ e: U }, { e: 2 }] }, n: null });
    assert.deepEqual(properties.get("a"), known(1));
    assert.equal(properties.get("b"), UNKNOWN);
    assert.equal(properties.get("b.inside"), UNKNOWN);
    assert.equal(properties.get("c.d[0].e"), UNKNOWN);
    assert.deepEqual(properties.get("c.d[1].e"), known(2));
    assert.equal(properties.get("c.d[2].e"), UNSET);
    assert.equal(properties.get("n"), UNSET);
    assert.equal(properties.get("a.too.deep"), UNSET);
  });

  it("sees no property that every object has", () => {
    for (const name of ["constructor", "toString", "__proto__", "length"]) {
      assert.equal(read({ a: { b: 1 } }).get(`a.${name}`), UNSET, name);
    }
  });

  it("lists elements, each with its path and an unknown one among them", () => {
    const list = read({ rules: [{ x: 1 }, U, { x: U }] }).list("rules");
    assert.ok(list.state === "known");
    assert.deepEqual(
      list.value.map((one) => one.path),
      ["rules[0]", "rules[1]", "rules[2]"],
    );
    assert.deepEqual(
      list.value.map((one) => one.properties.get("x").state),
      ["known", "unknown", "unknown"],
    );
    assert.equal(read({ rules: U }).list("rules"), UNKNOWN);
    assert.equal(read({}).list("rules"), UNSET);
    assert.equal(read({ rules: "text" }).list("rules"), UNSET);
  });

  it("takes a single object for a list of one, and keeps paths inside elements", () => {
    const outer = read({ rule: { inner: [{ y: 1 }] } }).list("rule");
    assert.ok(outer.state === "known" && outer.value[0] !== undefined);
    const inner = outer.value[0].properties.list("inner");
    assert.ok(inner.state === "known");
    assert.deepEqual(
      inner.value.map((one) => one.path),
      ["rule.inner[0]"],
    );
  });

  it("gives a whole value, or unknown when any part of it is", () => {
    assert.deepEqual(read({ a: { b: [1, "x"] } }).whole(), known({ a: { b: [1, "x"] } }));
    assert.equal(read({ a: { b: [1, U] } }).whole(), UNKNOWN);
  });

  it("reads back any plain value, whatever its names", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (raw) => {
        const whole = read(raw).whole();
        assert.equal(whole.state, "known");
      }),
    );
  });

  it("quotes names with dots in paths, and reads them again", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((name) => !name.includes('"')),
        (name) => {
          const path = join("tags", name);
          assert.equal(steps(path).at(-1), name);
        },
      ),
    );
  });

  it("finds leaves by name, unknown ones too", () => {
    const value = read({
      o: [{ instanceType: "g5.xlarge" }, { instanceType: U }, { instanceTypes: ["p5"] }, U],
    }).get("o");
    assert.deepEqual(
      leavesNamed(value, "o", ["instanceType", "instanceTypes"]).map((leaf) => [leaf.path, leaf.value.state]),
      [
        ["o[0].instanceType", "known"],
        ["o[1].instanceType", "unknown"],
        ["o[2].instanceTypes[0]", "known"],
      ],
    );
  });
});
