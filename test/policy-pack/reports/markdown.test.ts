import assert from "node:assert/strict";
import fc from "fast-check";
import { LONGEST_COMMENT, markdownReport, MARKER } from "../../../policy-pack/reports/markdown";
import { code, codeBlock, plain } from "../../../policy-pack/reports/markdown-text";
import type { ReportedViolation } from "../../../policy-pack/contract/report";
import type { StackReport } from "../../../policy-pack/reports/stack-report";
import { BLOCKING, CLEAN, FAULTY, PROD, REMEDIATED } from "./cases";

describe("the report as a comment on a pull request", () => {
  it("is short when all is clean", () => {
    assert.equal(
      markdownReport([CLEAN]),
      `${MARKER}
## ✔ Policies: clean in dev

| stack | resources judged | controls judged | block | advice | exceptions in use | left to \`up\` |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| \`dev\` | 4 | 2 | 0 | 0 | 0 | 0 |
`,
    );
  });

  it("says first what blocks, with its fix folded, then exceptions, advice and what waits", () => {
    const comment = markdownReport([CLEAN, PROD]);
    assert.match(comment, /^<!-- mlplatform-policies -->\n## ✖ Policies: blocked in prod\n/);
    assert.match(comment, /\| `prod` \| 4 \| 2 \| 1 \| 1 \| 1 \| 1 \|/);
    const headings = [...comment.matchAll(/^(?:### |<details><summary>)([^<\n]+)/gm)].map(
      ([, title]) => title,
    );
    assert.deepEqual(headings, [
      "✖ red-keys (high)",
      "How to mend it",
      "Exceptions in use (1)",
      "▲ advice: red-keys-in-graph (1 resource)",
      "Judged at up, once AWS has decided (1)",
    ]);
    assert.ok(
      comment.includes(
        '- **prod: blue-1 (kms/key)** `colour`: found ``"<blue> & `sky` | @night"``, required `"red"`\n  path: `key blue-1` → `alias/sky`',
      ),
      comment,
    );
    assert.match(
      comment,
      /\| EX-1 \| SEC-123 \| `red-keys` \| prod: blue-2 \(kms\/key\) \| 2026-06-30 \(10 days left\) ⚠ \|/,
    );
  });

  it("shows what was mended as a difference", () => {
    assert.match(
      markdownReport([{ ...CLEAN, remediated: [REMEDIATED] }]),
      /<summary>Mended by the pack before it was judged \(1\)<\/summary>\n\n- `remediate-red-keys` dev: pale-1 \(kms\/key\) `colour`: `not set` → `"red"`\n/,
    );
  });

  it("gathers the resources of a control, and counts those beyond ten", () => {
    const many = Array.from({ length: 25 }, (_, i) => ({ ...BLOCKING, property: `colour${i}` }));
    const comment = markdownReport([{ ...PROD, violations: many }]);
    assert.equal(comment.match(/^### ✖ red-keys/gm)?.length, 1);
    assert.equal(comment.match(/^- \*\*prod: blue-1/gm)?.length, 10);
    assert.match(comment, /^- and 15 resources more$/m);
  });

  it("says how to ask for an exception only where one may be given", () => {
    const asking = (...stacks: StackReport[]) =>
      [...markdownReport(stacks).matchAll(/says more\. (.*)$/gm)].map(([, words]) => words);
    const ask =
      "Where it cannot be mended, ask the security team for an exception in `policy-pack/exceptions.yaml`, for example for the finding `colour::blue` alone.";
    const never: ReportedViolation = { ...BLOCKING, exemptible: false };
    const dev = { ...CLEAN, violations: [BLOCKING] };
    assert.deepEqual(asking(dev), [ask]);
    assert.deepEqual(asking({ ...PROD, violations: [never] }), ["In prod no exception may be given."]);
    assert.deepEqual(asking(dev, { ...PROD, violations: [never] }), [
      `${ask} In prod no exception may be given.`,
    ]);
  });

  it("counts exceptions, not what they cover", () => {
    const used = PROD.exceptionsUsed.flatMap((one) => [one, { ...one, urn: `${one.urn}-too` }]);
    const comment = markdownReport([{ ...PROD, exceptionsUsed: [...used, ...used] }]);
    assert.match(comment, /\| `prod` \| 4 \| 2 \| 1 \| 1 \| 1 \| 1 \|/);
    assert.match(comment, /<summary>Exceptions in use \(1\)<\/summary>/);
  });

  it("shows problems of the configuration with their lines", () => {
    const comment = markdownReport([FAULTY, CLEAN]);
    assert.match(comment, /## ✖ Policies: the configuration of staging is not valid/);
    assert.match(
      comment,
      /- `mlplatform:environment\.tier` \(Pulumi\.staging\.yaml:5\): found `stagin`, expected/,
    );
    assert.match(comment, /\| `staging` \| not judged \|/);
  });

  it("never passes the longest length of a comment, cuts no section open, and says that it was cut", () => {
    const violations = Array.from({ length: 3000 }, (_, i) => ({ ...BLOCKING, control: `control-${i}` }));
    const comment = markdownReport([{ ...PROD, violations }]);
    assert.ok(comment.length <= LONGEST_COMMENT, String(comment.length));
    assert.ok(comment.length > LONGEST_COMMENT / 2, "as much as fits is kept");
    assert.match(comment, /The rest is left out/);
    assert.equal(comment.match(/<details>/g)?.length, comment.match(/<\/details>/g)?.length);
  });
});

describe("text in Markdown", () => {
  it("stays within its span of code and its block, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("`", "a", "\n", " ", "<", "|") }), (words) => {
        const span = /^(`+)([^]*?)\1$/.exec(code(words));
        assert.ok(span, words);
        assert.ok(!new RegExp(`(?<!\`)${span[1] ?? ""}(?!\`)`).test((span[2] ?? "").trim()), words);
        const block = codeBlock(words, "text");
        const fence = /^`+/.exec(block)?.[0] ?? "";
        assert.equal(block, `${fence}text\n${words}\n${fence}`);
        assert.ok(!words.includes(fence), words);
      }),
    );
  });

  it("has no tags, no links and no mentions", () => {
    assert.equal(plain("<b>[x](y) @someone_else"), "&lt;b>\\[x\\](y) @\u200bsomeone\\_else");
  });
});
