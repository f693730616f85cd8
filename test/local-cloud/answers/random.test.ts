import { strict as assert } from "node:assert";
import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { answerCreate, type AnswerContext } from "../../../local-cloud/answers";
import { RANDOM_TYPES } from "../../../local-cloud/answers/random";

const CONTEXT: AnswerContext = { account: "1", region: "r", partition: "aws", name: "n", unique: "abc" };
const token = (name: string): string =>
  `random:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
const answerOf = (name: string) => {
  const answer = RANDOM_TYPES[token(name)];
  assert.ok(answer, name);
  return answer;
};

describe("random values", () => {
  it("are foreseeable where nothing is deployed", () => {
    const once = answerCreate(token("RandomPassword"), { length: 20 }, CONTEXT);
    assert.deepEqual(answerCreate(token("RandomPassword"), { length: 20 }, CONTEXT), once);
    assert.notDeepEqual(
      answerCreate(token("RandomPassword"), { length: 20 }, { ...CONTEXT, unique: "d" }),
      once,
    );
    assert.equal(once.id, "none");
  });

  it("have the length and the letters that were asked for", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.stringMatching(/^[!#%*+:=?@_-]{1,8}$/),
        (length, overrideSpecial) => {
          const inputs = { length, overrideSpecial, upper: false, numeric: false };
          const result = String(answerOf("RandomString")(inputs, randomBytes).outputs.result);
          assert.equal(result.length, length);
          assert.equal(
            [...result].every((letter) => /[a-z]/.test(letter) || overrideSpecial.includes(letter)),
            true,
          );
        },
      ),
    );
  });

  it("choose every letter about as often as any other", () => {
    const counts = new Map<string, number>();
    const inputs = { length: 62_000, special: false };
    for (const letter of String(answerOf("RandomString")(inputs, randomBytes).outputs.result)) {
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    assert.equal(counts.size, 62);
    // 1,000 are expected of each; seven standard deviations are 220.
    assert.equal(Math.min(...counts.values()) > 780 && Math.max(...counts.values()) < 1220, true);
  });

  it("write one id in four ways", () => {
    const bytes = Buffer.from("00ff10abcdef", "hex");
    const { id, outputs } = answerOf("RandomId")({ byteLength: 6, prefix: "p-" }, () => bytes);
    assert.equal(id, "AP8Qq83v");
    assert.deepEqual(outputs, {
      b64Std: "p-AP8Qq83v",
      b64Url: "p-AP8Qq83v",
      hex: "p-00ff10abcdef",
      dec: `p-${0xff10abcdef}`,
    });
  });

  it("stay within their bounds", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.nat(1000), (min, span) => {
        const result = Number(
          answerOf("RandomInteger")({ min, max: min + span }, randomBytes).outputs.result,
        );
        assert.equal(Number.isInteger(result) && result >= min && result <= min + span, true);
      }),
    );
  });
});
