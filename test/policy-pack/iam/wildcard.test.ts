import assert from "node:assert/strict";
import fc from "fast-check";
import { coversAction, hasWildcard, matchesPattern } from "../../../policy-pack/iam/wildcard";

describe("IAM wildcards", () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ["*", "", true],
    ["*", "s3:GetObject", true],
    ["s3:Get*", "s3:GetObject", true],
    ["s3:Get?bject", "s3:GetObject", true],
    ["s3:Get?", "s3:Get", false],
    ["s3:Get*", "s3:PutObject", false],
    ["a.c", "abc", false],
    ["a(b", "a(b", true],
    ["arn:*:s3:::*", "arn:aws:s3:::data", true],
    ["**********************x", "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy", false],
  ];
  for (const [pattern, text, expected] of cases) {
    it(`${pattern} ${expected ? "matches" : "does not match"} "${text}"`, () => {
      assert.equal(matchesPattern(pattern, text), expected);
    });
  }

  it("ignores the case of actions, and of nothing else", () => {
    assert.equal(coversAction("S3:getobject", "s3:GetObject"), true);
    assert.equal(matchesPattern("arn:aws:s3:::Data", "arn:aws:s3:::data"), false);
  });

  it("does not take a policy variable for a wildcard", () => {
    assert.equal(hasWildcard("home/${aws:username}"), false);
    assert.equal(hasWildcard("home/${aws:username}/*"), true);
  });

  it("matches every text with itself, and every beginning with a star after it", () => {
    const plain = fc.string().filter((text) => !/[*?]/.test(text));
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        assert.equal(matchesPattern(a, a), true);
        assert.equal(matchesPattern(`${a}*`, a + b), true);
        assert.equal(matchesPattern(a, `${a}x`), false);
      }),
    );
  });
});
