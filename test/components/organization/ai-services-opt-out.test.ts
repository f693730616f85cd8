import assert from "node:assert/strict";
import { AiServicesOptOut } from "../../../components/organization";
import { byName, recordStack } from "../../stacks/support/record-stack";
import { scopeOf } from "../support/fixtures";
import { run } from "../support/run";

const POLICY = "aws:organizations/policy:Policy";
const ATTACHMENT = "aws:organizations/policyAttachment:PolicyAttachment";

describe("the opt-out of AI services", () => {
  it("opts out of all of them, and lets nobody below take it back", async () => {
    const policy = byName(await recordStack("org"), POLICY)["ai-services-ai-opt-out"];
    assert.equal(policy?.inputs["type"], "AISERVICES_OPT_OUT_POLICY");
    const none = { "@@operators_allowed_for_child_policies": ["@@none"] };
    assert.deepEqual(JSON.parse(String(policy.inputs["content"])), {
      services: { ...none, default: { ...none, opt_out_policy: { ...none, "@@assign": "optOut" } } },
    });
  });

  it("binds every account, the management account too", async () => {
    const all = byName(await recordStack("org"), ATTACHMENT);
    const own = Object.values(all).filter(({ urn }) => urn.includes(":AiServicesOptOut$"));
    assert.deepEqual(Object.fromEntries(own.map(({ name, inputs }) => [name, inputs["targetId"]])), {
      "ai-services-ai-opt-out-dev": "ou-exam-11111111",
      "ai-services-ai-opt-out-staging": "ou-exam-22222222",
      "ai-services-ai-opt-out-prod": "ou-exam-33333333",
      "ai-services-ai-opt-out-log-archive": "222222222222",
      "ai-services-ai-opt-out-management": "111111111111",
      "ai-services-ai-opt-out-security": "333333333333",
      "ai-services-ai-opt-out-shared": "444444444444",
    });
  });

  it("is left out in China, where AWS has no such policies", async () => {
    const policiesIn = async (partition: "aws" | "aws-cn") => {
      const scope = scopeOf("core", "prod", { partition });
      const components = await run((opts) => {
        new AiServicesOptOut("ai", { scope, targets: { unit: "ou-ab12-11111111" } }, opts);
      });
      return [...components.names(POLICY), ...components.names(ATTACHMENT)];
    };
    assert.deepEqual(await policiesIn("aws"), ["ai-ai-opt-out", "ai-ai-opt-out-unit"]);
    assert.deepEqual(await policiesIn("aws-cn"), []);
  });
});
