import assert from "node:assert/strict";
import { LogGroup, logGroupName } from "../../../components/secure";
import { scopeOf } from "../support/fixtures";
import { run } from "../support/run";

describe("log group", () => {
  it("is under a customer key and keeps events for as long as its tier says", async () => {
    const days = [];
    for (const tier of ["dev", "staging", "prod"] as const) {
      const scope = scopeOf("fraud", tier);
      const components = await run(
        (opts) =>
          void new LogGroup(
            "log",
            { scope, logGroupName: logGroupName(scope, "api"), keyArn: "arn:key" },
            opts,
          ),
      );
      const { name, kmsKeyId, retentionInDays } = components.one(
        "aws:cloudwatch/logGroup:LogGroup",
        "log",
      ).inputs;
      assert.deepEqual([name, kmsKeyId], [`/acme/${tier}/fraud/api`, "arn:key"]);
      days.push(retentionInDays);
    }
    assert.deepEqual(days, [90, 365, 2557]);
  });
});
