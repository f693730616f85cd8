import assert from "node:assert/strict";
import { supportedRuntimes as control } from "../../../policy-pack/controls/supply-chain/supported-runtimes";
import { isBeforeTable, supportEnds } from "../../../policy-pack/tables/support-ends";
import { declare, ref } from "../support/resources";
import { defers, judgeBy, passes, violates } from "../support/verdicts";

// Cases are judged as of 2026-06-01.
const lambda = (runtime?: unknown) => declare("lambda/function:Function", "f", { runtime });
const cluster = (version?: unknown, supportType: string | undefined = "STANDARD") =>
  declare("eks/cluster:Cluster", "c", { version, upgradePolicy: { supportType } });
const domain = (engineVersion: string) => declare("opensearch/domain:Domain", "d", { engineVersion });
const notebook = (platformIdentifier?: string) =>
  declare("sagemaker/notebookInstance:NotebookInstance", "n", { platformIdentifier });

describe("supported-runtimes", () => {
  it("passes what is supported, what is newer than the table, and what brings its own", () => {
    passes(control, [lambda()]);
    passes(control, [lambda("nodejs99.x")]);
    passes(control, [cluster("1.34")]);
    passes(control, [cluster()]);
    passes(control, [cluster("1.99")]);
    passes(control, [domain("OpenSearch_2.19")]);
    passes(control, [domain("Elasticsearch_7.10")]);
    passes(control, [notebook()]);
    passes(control, [notebook("notebook-al2-v3")]);
    passes(control, [notebook("notebook-al2023-v1")]);
  });

  it("finds what is out of support", () => {
    for (const runtime of ["nodejs20.x", "python3.9", "python2.7", "go1.x"])
      violates(control, [lambda(runtime)], ["f (lambda/function): runtime"]);
    violates(control, [cluster("1.32")], ["c (eks/cluster): version"]);
    violates(control, [cluster("1.21")], ["c (eks/cluster): version"]);
    violates(control, [domain("Elasticsearch_7.8")], ["d (opensearch/domain): engineVersion"]);
    violates(control, [domain("Elasticsearch_6.8")], ["d (opensearch/domain): engineVersion"]);
    for (const platform of ["notebook-al1-v1", "notebook-al2-v1", "notebook-al2-v2"])
      violates(control, [notebook(platform)], ["n (sagemaker/notebookInstance): platformIdentifier"]);
  });

  it("tells dev alone 90 days ahead, and says until when", () => {
    passes(control, [cluster("1.33")], { tier: "staging" });
    violates(control, [cluster("1.33")], ["c (eks/cluster): version"], { tier: "dev" });
    const [found] = judgeBy(control, [cluster("1.33")], "known", { tier: "dev" }).violations;
    assert.equal(found?.found, "1.33, supported until 2026-07-29");
    passes(control, [cluster("1.34")], { tier: "dev" });
  });

  it("wants clusters upgraded rather than kept in extended support", () => {
    violates(control, [cluster("1.34", "EXTENDED")], ["c (eks/cluster): upgradePolicy.supportType"]);
    violates(
      control,
      [declare("eks/cluster:Cluster", "c", { version: "1.34" })],
      ["c (eks/cluster): upgradePolicy.supportType"],
    );
  });

  it("waits for a version that is not known yet", () => {
    const runtime = declare("ssm/parameter:Parameter", "p", { value: "python3.8" });
    const found = ["f (lambda/function): runtime"];
    defers(control, [runtime, lambda(ref(runtime, "value"))], found, found);
  });
});

describe("the table of the ends of support", () => {
  it("knows the last day, and nothing of names that objects have by themselves", () => {
    assert.equal(supportEnds("eks", "1.34"), "2026-12-02");
    assert.equal(supportEnds("lambda", "constructor"), undefined);
  });

  it("takes versions before its first as dropped, and of other families as unknown", () => {
    assert.equal(isBeforeTable("eks", "1.28"), true);
    assert.equal(isBeforeTable("eks", "1.36"), false);
    assert.equal(isBeforeTable("opensearch", "OpenSearch_1.3"), false);
  });
});
