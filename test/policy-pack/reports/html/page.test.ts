import assert from "node:assert/strict";
import fc from "fast-check";
import { htmlReport } from "../../../../policy-pack/reports/html";
import { html } from "../../../../policy-pack/reports/html/markup";
import type { ReportedViolation } from "../../../../policy-pack/contract/report";
import type { StackReport } from "../../../../policy-pack/reports/stack-report";
import { ADVICE, BLOCKING, CLEAN, CONTROLS, FAULTY, PROD, REMEDIATED } from "../cases";

const options = { controls: CONTROLS, version: "1.2.3" };
const page = (...stacks: readonly StackReport[]) => htmlReport(stacks, options);

/** What a reader sees, without what is only there for the browser. */
const textOf = (markup: string): string =>
  markup
    .replaceAll(/<style>[^]*?<\/style>/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

const VOID = ["meta", "input"];

/** Asserts that every element is closed where it should be, and returns the names of those that were met. */
function assertBalanced(markup: string): ReadonlySet<string> {
  const open: string[] = [];
  const met = new Set<string>();
  const withoutStyles = markup.replaceAll(/<style>[^]*?<\/style>/g, "").replace("<!doctype html>", "");
  for (const [, slash, name = ""] of withoutStyles.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    met.add(name);
    if (VOID.includes(name)) continue;
    if (slash === "") open.push(name);
    else assert.equal(open.pop(), name);
  }
  assert.deepEqual(open, []);
  return met;
}

describe("the report as a page", () => {
  it("says in one line whether all is well", () => {
    assert.match(page(CLEAN), /<h1>\s*✔ Policies: clean in dev\s*<\/h1>/);
    assert.match(page(CLEAN, PROD), /<h1>\s*✖ Policies: blocked in prod\s*<\/h1>/);
    assert.match(page(PROD, FAULTY), /<h1>\s*✖ Policies: the configuration of staging is not valid\s*<\/h1>/);
  });

  it("says how to ask for an exception only where one may be given", () => {
    const never = { ...BLOCKING, exemptible: false as const };
    const asking = (violation: ReportedViolation) =>
      /says more\. (.*?) Controls/.exec(textOf(page({ ...CLEAN, violations: [violation] })))?.[1];
    assert.equal(asking(never), "In dev no exception may be given.");
    assert.equal(
      asking(BLOCKING),
      "Where it cannot be mended, ask the security team for an exception in policy-pack/exceptions.yaml , for example for the finding colour::blue alone.",
    );
  });

  it("counts exceptions, not what they cover", () => {
    const exceptionsUsed = [...PROD.exceptionsUsed, ...PROD.exceptionsUsed];
    assert.match(textOf(page({ ...PROD, exceptionsUsed })), / prod 4 2 1 1 1 1 /);
  });

  it("shows what blocks with all that a reader needs, then advice, exceptions and what waits", () => {
    const text = textOf(page(CLEAN, PROD));
    const inOrder = [
      "What blocks red-keys high 1 finding Because this test says so.",
      "prod blue-1 (kms/key) colour key blue-1 alias/sky",
      "&quot;&lt;blue&gt; &amp; `sky` | @night&quot;",
      "How to mend it Set it. colour: &#39;red&#39;",
      "for the finding colour::blue alone",
      "Advice, which blocks nothing red-keys-in-graph",
      "Exceptions in use",
      "EX-1 SEC-123 red-keys prod blue-2 (kms/key) 2026-06-30, 10 days left",
      "1 judgement that a preview leaves to up",
      "2 controls, and what came of each",
      "NIST SP 800-53 Rev. 5",
    ];
    const places = inOrder.map((part) => text.indexOf(part));
    assert.deepEqual(
      places
        .map((place, i) => (place < 0 ? inOrder[i] : undefined))
        .filter((missing) => missing !== undefined),
      [],
      text,
    );
    assert.deepEqual(
      [...places].sort((a, b) => a - b),
      places,
    );
  });

  it("shows what was mended as a difference", () => {
    assert.match(
      textOf(page({ ...CLEAN, remediated: [REMEDIATED] })),
      /Mended by the pack before it was judged resource .* dev pale-1 \(kms\/key\) colour not set &quot;red&quot; remediate-red-keys/,
    );
    assert.doesNotMatch(page(CLEAN), /Mended/);
  });

  it("shows the severest controls first", () => {
    const critical = { ...BLOCKING, control: "worse", severity: "critical" as const };
    const text = textOf(page({ ...PROD, violations: [BLOCKING, critical, ADVICE] }));
    assert.ok(text.indexOf("worse critical") < text.indexOf("red-keys high"));
  });

  it("shows problems of the configuration with their lines, and what the stacks consist of", () => {
    const components = [{ component: "team-workspace fraud", resources: 42, accounts: ["555555555555"] }];
    const text = textOf(page(FAULTY, { ...CLEAN, components }));
    assert.match(text, /staging not judged/);
    assert.match(
      text,
      /mlplatform:environment\.tier Pulumi\.staging\.yaml:5 stagin one of dev, staging, prod Did you mean staging\?/,
    );
    assert.match(
      text,
      /What dev consists of component resources in the cloud accounts team-workspace fraud 42 555555555555/,
    );
  });

  it("counts a framework's requirements by the worst of their controls", () => {
    const row = (report: StackReport) =>
      /NIST SP 800-53 Rev\. 5 ((?:\d+ ){6})/.exec(textOf(page(report)))?.[1];
    // Both made-up controls support the same requirement: kept, excepted, advice, blocked, nothing to judge.
    assert.equal(row(CLEAN), "1 1 0 0 0 0 ");
    assert.equal(row(PROD), "1 0 0 0 1 0 ");
    assert.equal(row({ ...PROD, violations: [ADVICE] }), "1 0 0 1 0 0 ");
    const nothing = { judged: [], notApplicable: ["red-keys", "red-keys-in-graph"], disabled: [] };
    assert.equal(row({ ...CLEAN, controls: nothing }), "1 0 0 0 0 1 ");
  });

  it("can be narrowed to one stack where there are several, with no script", () => {
    assert.doesNotMatch(page(CLEAN), /type="radio"/);
    const markup = page(CLEAN, PROD);
    assert.equal(markup.match(/type="radio"/g)?.length, 3);
    assert.match(markup, /body:has\(#stack-1:checked\) \[data-stacks\]:not\(\[data-stacks~="1"\]\)/);
    assert.match(markup, /<article class="card blocks"\s+data-stacks="1">/);
  });

  it("is one balanced document that asks the network for nothing and runs nothing", () => {
    const markup = page(CLEAN, PROD, FAULTY);
    const elements = assertBalanced(markup);
    for (const name of ["script", "link", "img", "iframe", "object", "form"])
      assert.ok(!elements.has(name), name);
    assert.doesNotMatch(markup, /\b(?:src|href|action)=|url\(|@import|\son[a-z]+=/);
    assert.match(markup, /Content-Security-Policy" content="default-src &#39;none&#39;/);
  });

  it("shows hostile names, values and words as text", () => {
    const evil = `</style></code></td><script>alert(1)</script><img src=x onerror="alert(1)" data-x='`;
    const everything = {
      ...PROD,
      stack: evil,
      violations: PROD.violations.map((one) => ({
        ...one,
        ...{ urn: evil, property: evil, found: evil, required: evil, why: evil, finding: evil, path: [evil] },
        fix: { text: evil, code: evil },
        ...(one.exception === undefined ? {} : { exception: { ...one.exception, id: evil, ticket: evil } }),
      })),
      deferred: PROD.deferred.map((one) => ({ ...one, urn: evil, property: evil })),
      components: [{ component: evil, resources: 1, accounts: [evil] }],
    };
    const problem = { path: evil, found: evil, expected: evil, fix: evil, file: evil, line: 1 };
    const markup = page(everything, { ...FAULTY, stack: evil, problems: [problem] });
    const elements = assertBalanced(markup);
    assert.ok(!elements.has("script") && !elements.has("img"));
    assert.ok(markup.split("&lt;script&gt;alert(1)").length > 10, "it is shown where it was found");
  });
});

describe("markup", () => {
  it("escapes every value that is not markup itself, in text and in attributes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        const { text } = html`<a b="${words}">${[words, html`<i>${words}</i>`]}</a>`;
        assert.match(text, /^<a b="[^"<>']*">[^"<>']*<i>[^"<>']*<\/i><\/a>$/);
      }),
    );
  });

  it("writes nothing for what is not there", () => {
    assert.equal(html`<p>${undefined}${[]}${0}${""}</p>`.text, "<p>0</p>");
  });
});
