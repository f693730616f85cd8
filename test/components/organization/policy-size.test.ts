import assert from "node:assert/strict";
import {
  fittingText,
  POLICY_SIZE_LIMITS,
  PolicySizeError,
  type PolicyType,
} from "../../../components/organization/policy-size";
import { recordStack } from "../../stacks/support/record-stack";

describe("the size of an organization's policy", () => {
  it("may be what AWS takes, and not one character more", () => {
    const cases: [PolicyType, number, string][] = [
      ["SERVICE_CONTROL_POLICY", 5120, 'The service control policy "x" has 5121 characters; AWS takes 5120.'],
      [
        "RESOURCE_CONTROL_POLICY",
        5120,
        'The resource control policy "x" has 5121 characters; AWS takes 5120.',
      ],
      [
        "AISERVICES_OPT_OUT_POLICY",
        2500,
        'The AI services opt-out policy "x" has 2501 characters; AWS takes 2500.',
      ],
    ];
    for (const [type, limit, message] of cases) {
      const longest = " ".repeat(limit);
      assert.equal(fittingText(type, "x", longest), longest);
      assert.throws(
        () => fittingText(type, "x", `${longest} `),
        (error: unknown) => error instanceof PolicySizeError && error.message === message,
      );
    }
  });

  it("holds for every policy that is made", async () => {
    const { resources } = await recordStack("org");
    const policies = resources.filter(({ type }) => type === "aws:organizations/policy:Policy");
    const fits = policies.map(({ name, inputs }) => {
      const limit = POLICY_SIZE_LIMITS[inputs["type"] as PolicyType];
      return [name, String(inputs["content"]).length <= limit];
    });
    assert.deepEqual(Object.fromEntries(fits), {
      "ai-services-ai-opt-out": true,
      "guardrail-foundation": true,
      "guardrail-log-archive": true,
      "guardrail-machine-learning": true,
      "guardrail-regions": true,
      "resource-guardrail-data-perimeter": true,
    });
  });
});
