import assert from "node:assert/strict";
import fc from "fast-check";
import { stringify } from "yaml";
import { validate, type Validated } from "../../config";
import { parseYaml } from "../../config/yaml/read-yaml";
import { loadAndValidate } from "../../config";
import { assertSound } from "./support/invariants";
import { PACKAGE, PROD_STACK, PROJECT, STACK, withProject } from "./support/project";

/** Either everything holds that the program relies on, or a person is told what to do. Nothing is thrown. */
function assertJudged(judged: Validated): void {
  if (judged.ok) {
    assert.equal(judged.settings.kind, "environment");
    if (judged.settings.kind === "environment") assertSound(judged.settings);
    return;
  }
  assert.ok(judged.problems.length > 0);
  for (const { path, found, expected, fix } of judged.problems) {
    for (const text of [path, found, expected, fix]) {
      assert.ok(text.length > 0 && text.length < 1000, text);
      assert.doesNotMatch(text, /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
      assert.doesNotMatch(text, /undefined|\[object|NaN| {4}at /);
    }
  }
}

const judgeText = (project: string, text: string, stack = "dev") =>
  withProject({ "Pulumi.yaml": project, [`Pulumi.${stack}.yaml`]: text }, (root) =>
    loadAndValidate(root, stack),
  );

const words = [
  "*a",
  "&a ",
  "<<: ",
  "!!set ",
  "__proto__",
  "constructor",
  "null",
  "~",
  "[",
  "]",
  "{",
  "}",
  "- ",
  "? ",
  ": ",
  "\t",
  "\n",
  "\n\n  ",
  "|",
  ">",
  '"',
  "'",
  "#",
  "%TAG",
  "---\n",
  "0x1f",
  "1e999",
  "-1",
  "yes",
  "111111111111",
  "\u0000",
  "\u202e",
  "😀",
  "ﬀ",
  "\ud800",
  "teams",
  "fraud",
];

/** The fixture with pieces cut out and others put in, at any place. */
const damaged = (text: string) =>
  fc
    .array(
      fc.record({
        at: fc.nat(text.length),
        cut: fc.nat(30),
        by: fc.oneof(fc.constantFrom(...words), fc.string()),
      }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((damages) =>
      damages.reduce((now, { at, cut, by }) => now.slice(0, at) + by + now.slice(at + cut), text),
    );

/** The fixture's values with one of them replaced by anything at all. */
const anything = fc.oneof(
  fc.anything({
    maxDepth: 3,
    key: fc.oneof(fc.constantFrom("__proto__", "constructor", "toString", "id", "a.b"), fc.string()),
  }),
  fc.constantFrom(NaN, Infinity, -0, 1e300, "", " ", "__proto__", "constructor", "x".repeat(10_000)),
);

const baseValues = () => {
  const project = parseYaml(PROJECT, "").value as { config: Record<string, { value: unknown }> };
  const own = parseYaml(STACK, "").value as { config: Record<string, unknown> };
  return { "mlplatform:company": project.config["mlplatform:company"]?.value, ...own.config } as Record<
    string,
    unknown
  >;
};

function places(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, child]) => places(child, [...at, key]))].filter(
    (path) => path.length > 0,
  );
}

function withValue(target: unknown, [key = "", ...rest]: readonly string[], value: unknown): void {
  const holder = target as Record<string, unknown>;
  if (rest.length > 0) withValue(holder[key], rest, value);
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

describe("hostile configuration", () => {
  it("as damaged text of the stack's file or the project's is judged, and nothing is thrown", () => {
    fc.assert(
      fc.property(damaged(STACK), (stack) => assertJudged(judgeText(PROJECT, stack))),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(damaged(PROJECT), (project) => assertJudged(judgeText(project, STACK))),
      { numRuns: 150 },
    );
  });

  it("as damaged text of prod's file, its model packages above all, is judged, and nothing is thrown", () => {
    fc.assert(
      fc.property(damaged(PROD_STACK), (stack) => assertJudged(judgeText(PROJECT, stack, "prod"))),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(damaged(PACKAGE), (modelPackage) =>
        assertJudged(
          judgeText(
            PROJECT,
            PROD_STACK.replace(PACKAGE, () => JSON.stringify(modelPackage)),
            "prod",
          ),
        ),
      ),
      { numRuns: 200 },
    );
  });

  it("as any text or bytes is refused", () => {
    const refused = (stack: string | Uint8Array) => {
      const judged = withProject({ "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": stack }, (root) =>
        loadAndValidate(root, "dev"),
      );
      assert.equal(judged.ok, false);
      assertJudged(judged);
    };
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), refused), { numRuns: 100 });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((all) => all.join("")),
        refused,
      ),
      { numRuns: 100 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), refused), { numRuns: 100 });
  });

  it("as any value in any place is judged", () => {
    const all = places(baseValues());
    fc.assert(
      fc.property(fc.constantFrom(...all), anything, (at, value) => {
        const values = baseValues();
        withValue(values, at, value);
        assertJudged(validate("dev", values));
      }),
      { numRuns: 300 },
    );
  });

  it("as any other values is refused", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom("mlplatform:company", "mlplatform:teams", "mlplatform:environment", "x"),
          anything,
        ),
        (values) => {
          const judged = validate("dev", values);
          assert.equal(judged.ok, false);
          assertJudged(judged);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("is judged the same as text and as values, when it is plain", () => {
    const settings = (judged: Validated) => (judged.ok ? judged.settings : judged.problems);
    const { "mlplatform:company": company, ...own } = baseValues();
    const project = stringify({ name: "mlplatform", config: { "mlplatform:company": { value: company } } });
    assert.deepEqual(
      settings(judgeText(project, stringify({ config: own }))),
      settings(validate("dev", baseValues())),
    );
  });
});
