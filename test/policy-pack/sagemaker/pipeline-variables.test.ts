import assert from "node:assert/strict";
import fc from "fast-check";
import { readPath } from "../../../policy-pack/core/read";
import { withDefaults } from "../../../policy-pack/sagemaker/pipeline-variables";

const PARAMETERS = [
  { Name: "Bucket", Type: "String", DefaultValue: "acme-data" },
  { Name: "Count", Type: "Integer", DefaultValue: 0 },
  { Name: "Wanted", Type: "String" },
];
const valueOf = (X: unknown, given?: ReadonlyMap<string, unknown>) =>
  readPath(withDefaults({ Parameters: PARAMETERS, Steps: [{ X }] }, given), "Steps[0].X");
const known = (value: unknown) => ({ state: "known", value });
const join = (On: string, ...Values: readonly unknown[]) => ({ "Std:Join": { On, Values } });
const get = (path: string) => ({ Get: path });

describe("the variables of a pipeline", () => {
  it("are the defaults of parameters, also those that are zero", () => {
    assert.deepEqual(valueOf(get("Parameters.Bucket")), known("acme-data"));
    assert.deepEqual(valueOf(get("Parameters.Count")), known(0));
  });

  it("are what the pipeline is started with, before the default", () => {
    assert.deepEqual(valueOf(get("Parameters.Bucket"), new Map([["Bucket", "other"]])), known("other"));
  });

  it("are unknown without a default, and for anything but parameters", () => {
    for (const path of ["Parameters.Wanted", "Parameters.None", "Execution.PipelineName", "Steps.A.B"])
      assert.deepEqual(valueOf(get(path)), { state: "unknown" }, path);
    assert.deepEqual(valueOf({ "Std:JsonGet": { Path: "a" } }), { state: "unknown" });
  });

  it("are joined, and a location as far as its bucket is known", () => {
    assert.deepEqual(valueOf(join("/", "s3:/", get("Parameters.Bucket"), "in")), known("s3://acme-data/in"));
    assert.deepEqual(valueOf(join("", "a", join("", "b", "c"))), known("abc"));
    assert.deepEqual(
      valueOf(join("/", "s3://acme-data", get("Execution.Id"), "x")),
      known("s3://acme-data/"),
    );
    assert.deepEqual(valueOf(join("", "s3://acme-", get("Execution.Id"))), { state: "unknown" });
    assert.deepEqual(valueOf(join("/", get("Execution.Id"), "x")), { state: "unknown" });
    assert.deepEqual(valueOf({ "Std:Join": "x" }), { state: "unknown" });
  });

  it("are not seen where there are none", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/"(Get|Std:)/.test(text) && value !== null);
        const plain = JSON.parse(text) as unknown;
        assert.deepEqual(valueOf(plain), known(plain));
      }),
    );
  });
});
