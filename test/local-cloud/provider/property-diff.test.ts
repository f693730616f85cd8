import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { propertyChanges } from "../../../local-cloud/provider/property-diff";

describe("the difference of two sets of properties", () => {
  it("is told at the finest place, with the engine's paths", () => {
    const olds = {
      a: 1,
      list: [1, { x: 1 }, 3],
      map: { "dotted.key": 1, 'quo"te': 1, same: 1 },
      gone: true,
      shape: [1],
    };
    const news = {
      a: 2,
      list: [1, { x: 2 }],
      map: { "dotted.key": 2, 'quo"te': 2, same: 1 },
      born: false,
      shape: { 0: 1 },
    };
    assert.deepEqual(
      propertyChanges(olds, news).map(({ path, property, kind }) => `${kind} ${path} of ${property}`),
      [
        "update a of a",
        "add born of born",
        "delete gone of gone",
        "update list[1].x of list",
        "delete list[2] of list",
        'update map["dotted.key"] of map',
        'update map["quo\\"te"] of map',
        "update shape of shape",
      ],
    );
  });

  it("takes null for unset", () => {
    assert.deepEqual(propertyChanges({ a: null, b: 1 }, { b: 1, c: null }), []);
  });

  it("is nothing for equals, and something for anything else", () => {
    const values = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,4}$/),
      fc.oneof(fc.integer(), fc.string(), fc.array(fc.integer())),
    );
    fc.assert(
      fc.property(values, values, (one, other) => {
        assert.deepEqual(propertyChanges(one, structuredClone(one)), []);
        assert.equal(
          propertyChanges(one, other).length === 0,
          JSON.stringify(sorted(one)) === JSON.stringify(sorted(other)),
        );
      }),
    );
  });
});

function sorted(values: Record<string, unknown>): [string, unknown][] {
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
}
