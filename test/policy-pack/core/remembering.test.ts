import assert from "node:assert/strict";
import { remembering, rememberingFor } from "../../../policy-pack/core/remembering";

describe("remembering", () => {
  it("answers a text once, also with nothing, and another text anew", () => {
    const asked: string[] = [];
    const answer = remembering((text) => {
      asked.push(text);
      return text === "nothing" ? undefined : text.length;
    });
    assert.deepEqual(["nothing", "a", "nothing", "ab", "a"].map(answer), [undefined, 1, undefined, 2, 1]);
    assert.deepEqual(asked, ["nothing", "a", "ab"]);
  });

  it("begins anew rather than remember without end, and stays right", () => {
    let asked = 0;
    const answer = remembering((text) => {
      asked += 1;
      return `${text}!`;
    });
    for (let i = 0; i <= 20_000; i += 1) assert.equal(answer(String(i)), `${i}!`);
    assert.equal(asked, 20_001);
    assert.equal(answer("20000"), "20000!");
    assert.equal(asked, 20_001);
    assert.equal(answer("0"), "0!");
    assert.equal(asked, 20_002);
  });

  it("tells objects apart that are alike", () => {
    const asked: object[] = [];
    const answer = rememberingFor((object: { readonly n: number }) => {
      asked.push(object);
      return object.n === 0 ? undefined : object.n;
    });
    const [one, twin, none] = [{ n: 1 }, { n: 1 }, { n: 0 }];
    assert.deepEqual([one, none, twin, none, one].map(answer), [1, undefined, 1, undefined, 1]);
    assert.deepEqual(
      asked.map((object) => [one, twin, none].indexOf(object as never)),
      [0, 2, 1],
    );
  });
});
