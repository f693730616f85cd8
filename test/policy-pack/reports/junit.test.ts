import assert from "node:assert/strict";
import fc from "fast-check";
import { junitReport } from "../../../policy-pack/reports/junit";
import { element, text } from "../../../policy-pack/reports/xml";
import { BLOCKING, CLEAN, FAULTY, PROD, REMEDIATED } from "./cases";

describe("the report as JUnit XML", () => {
  it("has a suite a stack and a case a control", () => {
    assert.equal(
      junitReport([CLEAN]),
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="policies"><testsuite name="dev" tests="4" failures="0" skipped="2" errors="0"><testcase classname="dev" name="red-keys"/>
<testcase classname="dev" name="red-keys-in-graph"/>
<testcase classname="dev" name="other"><skipped message="nothing here to judge"/></testcase>
<testcase classname="dev" name="off"><skipped message="off in this tier"/></testcase></testsuite></testsuites>
`,
    );
  });

  it("fails the control that blocks, once, with every explanation, and not one that advises", () => {
    const xml = junitReport([{ ...PROD, violations: [BLOCKING, ...PROD.violations] }]);
    assert.match(xml, /<testsuite name="prod" tests="4" failures="1" skipped="2" errors="0">/);
    assert.equal(xml.match(/<failure /g)?.length, 1);
    assert.match(
      xml,
      /<failure message="blue-1 \(kms\/key\): colour is &quot;&lt;blue&gt; &amp; `sky` \| @night&quot; \(and 1 more\)" type="high">/,
    );
    assert.match(xml, /exception: EX-1 \(SEC-123\)/);
    assert.match(xml, /late \(kms\/key\): colour is judged at `up`/);
  });

  it("fails a control that is in no list, such as the judgement of the exceptions", () => {
    const xml = junitReport([{ ...CLEAN, violations: [{ ...BLOCKING, control: "exceptions-valid" }] }]);
    assert.match(xml, /tests="5" failures="1"/);
    assert.match(xml, /<testcase classname="dev" name="exceptions-valid"><failure /);
  });

  it("tells what was mended before it was judged", () => {
    const xml = junitReport([{ ...CLEAN, remediated: [REMEDIATED] }]);
    assert.match(
      xml,
      /<system-out>remediate-red-keys: pale-1 \(kms\/key\): colour: not set → &quot;red&quot;<\/system-out><\/testsuite>/,
    );
    assert.doesNotMatch(junitReport([{ ...CLEAN, remediated: [] }]), /system-out/);
  });

  it("has an error where the configuration is not valid", () => {
    const xml = junitReport([FAULTY]);
    assert.match(xml, /<testsuite name="staging" tests="1" failures="0" skipped="0" errors="1">/);
    assert.match(xml, /Pulumi\.staging\.yaml:5 mlplatform:environment\.tier/);
  });

  it("never lets a text out of its element or its attribute", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        const written = element("a", { b: words }, [text(words)]);
        const inner = /^<a b="([^"<>]*)">([^<>]*)<\/a>$/s.exec(written);
        assert.ok(inner, written);
        assert.doesNotMatch(written, /[\u0000-\u001f\ufffe\uffff]/);
        assert.doesNotMatch(inner[2] ?? "", /&(?!amp;|lt;|gt;|quot;|#\d+;)/);
      }),
    );
  });
});
