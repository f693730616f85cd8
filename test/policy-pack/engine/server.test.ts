import assert from "node:assert/strict";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import * as struct from "google-protobuf/google/protobuf/struct_pb";
import type { Policies } from "@pulumi/policy";
import * as runtime from "@pulumi/pulumi/runtime";
import * as server from "@pulumi/policy/server";
import type { Control } from "../../../policy-pack/contract/control";
import { policiesOf } from "../../../policy-pack/engine/policies";
import { type ExceptionFile, NO_EXCEPTIONS } from "../../../policy-pack/exceptions/record";
import { file, RECORD } from "../exceptions/cases";
import { broken, redKeys, redKeysInGraph } from "../support/made-up-controls";
import { UNKNOWN_SENTINEL } from "../support/realise";
import { SETTINGS } from "../support/verdicts";

type Handler = (
  call: { request: unknown },
  callback: (error: unknown, response: analyzer.AnalyzeResponse) => void,
) => void;
/** What the SDK's server is made of. It is internal there; going through it shows what the engine would be told. */
const { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } = server as unknown as Record<
  "makeAnalyzeRpcFun" | "makeAnalyzeStackRpcFun",
  (pack: string, version: string, level: string, policies: Policies) => Handler
>;

const call = (handler: Handler, request: unknown) =>
  new Promise<analyzer.AnalyzeResponse.AsObject>((resolve, reject) =>
    handler({ request }, (error, response) =>
      error ? reject(error as Error) : resolve(response.toObject()),
    ),
  );

function resource(
  stack: string,
  name: string,
  props: Record<string, struct.JavaScriptValue>,
): analyzer.AnalyzerResource {
  const one = new analyzer.AnalyzerResource();
  one.setType("aws:kms/key:Key");
  one.setUrn(`urn:pulumi:${stack}::mlplatform::aws:kms/key:Key::${name}`);
  one.setName(name);
  one.setProperties(struct.Struct.fromJavaScript(props));
  one.setOptions(new analyzer.AnalyzerResourceOptions());
  return one;
}

async function analyze(
  controls: readonly Control[],
  stack: string,
  props: Record<string, struct.JavaScriptValue>,
  exceptions: ExceptionFile = NO_EXCEPTIONS,
) {
  const policies = policiesOf(controls, SETTINGS, exceptions);
  const from = resource(stack, "blue-1", props);
  const request = new analyzer.AnalyzeRequest();
  request.setType(from.getType());
  request.setUrn(from.getUrn());
  request.setName(from.getName());
  request.setProperties(from.getProperties());
  request.setOptions(from.getOptions());
  const all = new analyzer.AnalyzeStackRequest();
  all.setResourcesList([from]);
  const single = await call(makeAnalyzeRpcFun("mlplatform", "1.0.0", "mandatory", policies), request);
  const whole = await call(makeAnalyzeStackRpcFun("mlplatform", "1.0.0", "mandatory", policies), all);
  return { single, whole };
}

const { MANDATORY, ADVISORY } = analyzer.EnforcementLevel;
const levels = (response: analyzer.AnalyzeResponse.AsObject) =>
  response.diagnosticsList.map((one) => [one.policyname, one.enforcementlevel]);

describe("the pack in Pulumi's policy server", () => {
  it("blocks in prod and tells in dev, by resource and by graph", async () => {
    const prod = await analyze([redKeys, redKeysInGraph], "prod", { colour: "blue" });
    assert.deepEqual(levels(prod.single), [["red-keys", MANDATORY]]);
    assert.deepEqual(levels(prod.whole), [["red-keys-in-graph", MANDATORY]]);
    const dev = await analyze([redKeys, redKeysInGraph], "dev", { colour: "blue" });
    assert.deepEqual(levels(dev.single), [["red-keys", ADVISORY]]);
    assert.deepEqual(levels(dev.whole), [["red-keys-in-graph", ADVISORY]]);
  });

  it("gives the whole explanation, the resource and the severity", async () => {
    const { single } = await analyze([redKeys], "prod", { colour: "blue" });
    const [one] = single.diagnosticsList;
    assert.ok(one);
    assert.equal(one.urn, "urn:pulumi:prod::mlplatform::aws:kms/key:Key::blue-1");
    assert.equal(one.severity, analyzer.PolicySeverity.POLICY_SEVERITY_HIGH);
    for (const part of [
      "blue-1 (kms/key): colour",
      'found:     "blue"',
      'required:  "red"',
      "why:",
      "fix:",
      "exceptions.yaml",
    ]) {
      assert.ok(one.message.includes(part), part);
    }
  });

  it("says nothing of what is right, and says where it does not apply", async () => {
    const good = await analyze([redKeys], "prod", { colour: "red" });
    assert.deepEqual(good.single.diagnosticsList, []);
    const elsewhere = await analyze([{ ...redKeys, types: ["aws:s3/bucket:Bucket"] }], "prod", {
      colour: "blue",
    });
    assert.deepEqual(elsewhere.single.diagnosticsList, []);
    assert.deepEqual(
      elsewhere.single.notApplicableList.map((one) => one.policyName),
      ["red-keys"],
    );
  });

  it("refuses an unknown outside a preview", async () => {
    const { single } = await analyze([redKeys], "prod", { colour: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" });
    assert.deepEqual(levels(single), [["red-keys", MANDATORY]]);
    assert.match(single.diagnosticsList[0]?.message ?? "", /not known before deployment/);
  });

  it("reports a control that fails as a violation, not as a fault of the engine", async () => {
    const { single } = await analyze([broken], "prod", { colour: "blue" });
    assert.deepEqual(levels(single), [["broken", MANDATORY]]);
    assert.match(single.diagnosticsList[0]?.message ?? "", /a fault of its own/);
  });

  it("tells of an exception in use without blocking, and judges the exceptions themselves", async () => {
    const record = { ...RECORD, createdOn: today(), expiresOn: today() };
    const used = await analyze([redKeys], "prod", { colour: "blue" }, file(record));
    assert.deepEqual(levels(used.single), [["red-keys", ADVISORY]]);
    assert.match(used.single.diagnosticsList[0]?.message ?? "", /exception: EX-1 \(SEC-123\)/);
    assert.deepEqual(levels(used.whole), []);
    const unused = await analyze([redKeys], "prod", { colour: "red" }, file(record));
    assert.deepEqual(levels(unused.whole), [["exceptions-valid", MANDATORY]]);
  });

  it("keeps an exception that is meant for what a preview waits for, and says how many judgements wait", async () => {
    const { _setIsDryRun: setDryRun } = runtime as unknown as { _setIsDryRun: (dryRun: boolean) => void };
    const record = { ...RECORD, createdOn: today(), expiresOn: today() };
    const said: string[] = [];
    const original = console.log;
    console.log = (text: string) => void said.push(text);
    setDryRun(true);
    try {
      const { single, whole } = await analyze([redKeys], "prod", { colour: UNKNOWN_SENTINEL }, file(record));
      assert.deepEqual(levels(single), [["red-keys", ADVISORY]]);
      assert.deepEqual(levels(whole), []);
    } finally {
      setDryRun(false);
      console.log = original;
    }
    assert.deepEqual(said, [
      "policies: 1 judgement waits for `up`, where 1 of them can block: the values are not known before.",
    ]);
  });
});

const today = () => new Date().toISOString().slice(0, 10);
