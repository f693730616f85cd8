import assert from "node:assert/strict";
import { principalMatches, verdict, type Request } from "./iam";
import type { StatementJson } from "./run";

const read: StatementJson = {
  Sid: "Read",
  Effect: "Allow",
  Action: ["s3:GetObject"],
  Resource: ["arn:aws:s3:::a/*"],
};
const request = (overrides: Partial<Request> = {}): Request => ({
  action: "s3:GetObject",
  resource: "arn:aws:s3:::a/x",
  context: {},
  ...overrides,
});
const conditioned = (Condition: NonNullable<StatementJson["Condition"]>) => [{ ...read, Condition }];

describe("the tests' evaluator of policies", () => {
  it("allows what a statement names, and nothing else", () => {
    assert.equal(verdict([read], request()), "allowed");
    assert.equal(verdict([read], request({ action: "s3:PutObject" })), "not allowed");
    assert.equal(verdict([read], request({ resource: "arn:aws:s3:::b/x" })), "not allowed");
    assert.equal(verdict([], request()), "not allowed");
  });

  it("lets a denial beat every permission", () => {
    assert.equal(verdict([read, { ...read, Sid: "No", Effect: "Deny" }], request()), "denied");
    const { Action: _, ...rest } = read;
    const frozen: StatementJson = { ...rest, Sid: "No", Effect: "Deny", NotAction: ["s3:PutObject"] };
    assert.equal(verdict([read, frozen], request()), "denied");
    assert.equal(
      verdict([{ ...read, Action: "s3:*" }, frozen], request({ action: "s3:PutObject" })),
      "allowed",
    );
  });

  const KEY = "aws:PrincipalTag/Team";
  const cases: [string, string | undefined, boolean][] = [
    ["StringEquals", "fraud", true],
    ["StringEquals", "search", false],
    ["StringEquals", undefined, false],
    ["StringEqualsIfExists", undefined, true],
    ["StringNotEquals", "search", true],
    ["StringNotEquals", "fraud", false],
    ["StringNotEquals", undefined, true],
    ["StringNotEqualsIfExists", "fraud", false],
    ["StringNotEqualsIfExists", undefined, true],
  ];
  for (const [operator, actual, holds] of cases) {
    it(`${operator} "fraud" ${holds ? "holds" : "does not hold"} for ${actual ?? "no value"}`, () => {
      const context = actual === undefined ? {} : { [KEY.toLowerCase()]: actual };
      assert.equal(
        verdict(conditioned({ [operator]: { [KEY]: "fraud" } }), request({ context })),
        holds ? "allowed" : "not allowed",
      );
    });
  }

  it("knows whom a resource policy speaks of", () => {
    const role = "arn:aws:iam::555555555555:role/a";
    assert.ok(principalMatches({ ...read, Principal: "*" }, role));
    assert.ok(principalMatches({ ...read, Principal: { AWS: role } }, role));
    assert.ok(principalMatches({ ...read, Principal: { AWS: ["arn:aws:iam::555555555555:root"] } }, role));
    assert.ok(!principalMatches({ ...read, Principal: { AWS: "arn:aws:iam::666666666666:root" } }, role));
    assert.ok(!principalMatches({ ...read, Principal: { Service: "s3.amazonaws.com" } }, role));
  });

  it("refuses to guess at an operator that it does not know", () => {
    assert.throws(() =>
      verdict(conditioned({ IpAddress: { [KEY]: "x" } }), request({ context: { [KEY.toLowerCase()]: "x" } })),
    );
  });
});
