import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import fc from "fast-check";
import { known, UNKNOWN, UNSET } from "../../../policy-pack/contract/value";
import { documentOf, type PolicyDocument } from "../../../policy-pack/iam/document";
import type { Statement } from "../../../policy-pack/iam/statement";
import { UNKNOWN_SENTINEL } from "../support/realise";

function statementsOf(document: PolicyDocument): readonly Statement[] {
  assert.equal(document.state, "read");
  return document.state === "read" ? document.statements : [];
}

const texts = (values: readonly { readonly value: string }[]) => values.map(({ value }) => value);

describe("a policy document", () => {
  it("is unset, unreadable, unknown or read", () => {
    assert.deepEqual(documentOf(UNSET, "policy"), { state: "unset" });
    assert.deepEqual(documentOf(known("no JSON"), "policy"), { state: "unreadable", path: "policy" });
    assert.deepEqual(documentOf(known("[]"), "policy"), { state: "unreadable", path: "policy" });
    assert.deepEqual(documentOf(known({ Version: "2012-10-17" }), "policy"), {
      state: "unreadable",
      path: "policy",
    });
    assert.deepEqual(documentOf(UNKNOWN, "policy"), { state: "read", statements: [], unknown: ["policy"] });
  });

  const single = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
  const shapes: Readonly<Record<string, unknown>> = {
    "a statement by itself": { Statement: single },
    "a list of one": { Statement: [single] },
    "lists of strings": { Statement: [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: ["*"] }] },
    "JSON in a string": JSON.stringify({ Statement: single }),
    "names in another case": { statement: { effect: "allow", action: "s3:GetObject", resource: "*" } },
  };
  for (const [shape, document] of Object.entries(shapes)) {
    it(`reads ${shape}`, () => {
      const [statement, ...others] = statementsOf(documentOf(known(document), "policy"));
      assert.equal(others.length, 0);
      assert.equal(statement?.effect, "Allow");
      assert.deepEqual(texts(statement.actions.values), ["s3:GetObject"]);
      assert.deepEqual(texts(statement.resources.values), ["*"]);
    });
  }

  it("says where each string stands", () => {
    const document = { Statement: [{ Effect: "Allow", Action: ["a:B", "c:D"], Resource: "*" }] };
    const [statement] = statementsOf(documentOf(known(document), "policy"));
    assert.deepEqual(statement?.actions.values, [
      { value: "a:B", path: "policy.Statement[0].Action[0]" },
      { value: "c:D", path: "policy.Statement[0].Action[1]" },
    ]);
    assert.equal(statement.resources.values[0]?.path, "policy.Statement[0].Resource");
  });

  it("reads principals of every kind", () => {
    const principal = { AWS: ["arn:aws:iam::222222222222:root"], Service: "ec2.amazonaws.com" };
    const [named] = statementsOf(
      documentOf(known({ Statement: { Effect: "Allow", Principal: principal } }), "policy"),
    );
    assert.deepEqual(
      named?.principals.values.map(({ kind, value }) => [kind, value]),
      [
        ["AWS", "arn:aws:iam::222222222222:root"],
        ["Service", "ec2.amazonaws.com"],
      ],
    );
    const [star] = statementsOf(
      documentOf(known({ Statement: { Effect: "Allow", Principal: "*" } }), "policy"),
    );
    assert.deepEqual(
      star?.principals.values.map(({ kind, value }) => [kind, value]),
      [["*", "*"]],
    );
  });

  it("keeps what is known beside what is not", () => {
    const raw = unknownCheckingProxy({
      Statement: [
        { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["*", UNKNOWN_SENTINEL] },
        UNKNOWN_SENTINEL,
        { Effect: UNKNOWN_SENTINEL, Action: "*" },
        {
          Effect: "Allow",
          Action: "a:B",
          Condition: { StringEquals: { "aws:SourceVpce": UNKNOWN_SENTINEL } },
        },
      ],
    });
    const document = documentOf(known(raw), "policy");
    assert.equal(document.state, "read");
    const [first, last] = statementsOf(document);
    assert.deepEqual(texts(first?.resources.values ?? []), ["*"]);
    assert.deepEqual(first?.resources.unknown, ["policy.Statement[0].Resource[1]"]);
    assert.deepEqual(last?.conditions[0]?.values.unknown, [
      "policy.Statement[3].Condition.StringEquals.aws:SourceVpce",
    ]);
    assert.deepEqual(document.state === "read" ? document.unknown : [], [
      "policy.Statement[1]",
      "policy.Statement[2].Effect",
    ]);
  });

  it("reads any JSON without throwing", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        assert.ok(["read", "unreadable"].includes(documentOf(known(json), "policy").state));
      }),
    );
  });
});
