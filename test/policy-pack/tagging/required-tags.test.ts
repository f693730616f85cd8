import assert from "node:assert/strict";
import { requiredTags as control } from "../../../policy-pack/controls/tagging/required-tags";
import { type Declared, declare, ref } from "../support/resources";
import { defers, judgeBy, notApplicable, passes, violates } from "../support/verdicts";

const ALL = { CostCenter: "CC-1234", Owner: "ml@example.com" };
const topic = (props: Declared["props"], more: Declared["more"] = {}) =>
  declare("sns/topic:Topic", "t", props, more);
const provider = (tags: unknown) => ({
  provider: { type: "pulumi:providers:aws", name: "core", props: { defaultTags: tags } },
});

describe("required-tags", () => {
  it("passes tags of the resource, of the provider, or merged", () => {
    passes(control, [topic({ tags: ALL })]);
    passes(control, [topic({ tags: {}, tagsAll: ALL })]);
    passes(control, [topic({}, provider({ tags: ALL }))]);
    passes(control, [topic({ tags: { Owner: "x@example.com" } }, provider(JSON.stringify({ tags: ALL })))]);
  });

  it("passes while merged tags are unknown as a whole, if the resource's own are there", () => {
    const key = declare("kms/key:Key", "k", { tags: ALL });
    passes(control, [key, topic({ tags: { ...ALL, Key: ref(key) } })]);
  });

  it("finds tags that are missing or empty, and names them all at once", () => {
    violates(control, [topic({})], ["t (sns/topic): tags"]);
    assert.equal(judgeBy(control, [topic({})], "known").violations[0]?.found, "no CostCenter, no Owner");
    violates(control, [topic({ tags: { ...ALL, Owner: "" } })], ["t (sns/topic): tags"]);
    assert.equal(
      judgeBy(control, [topic({ tags: { ...ALL, Owner: "" } })], "known").violations[0]?.found,
      "no Owner",
    );
    violates(
      control,
      [topic({ tags: ALL, tagsAll: { Owner: "x@example.com" } })],
      ["t (sns/topic): tagsAll"],
    );
  });

  it("waits for tags that are unknown as a whole", () => {
    const tags = declare("ssm/parameter:Parameter", "p", { value: { Owner: "x" }, tags: ALL });
    defers(
      control,
      [tags, topic({ tags: ref(tags, "value") })],
      ["t (sns/topic): tags"],
      ["t (sns/topic): tags"],
    );
  });

  it("has nothing to say of what takes no tags, or where none are required", () => {
    notApplicable(control, [declare("s3/bucketVersioning:BucketVersioning", "v")]);
    notApplicable(control, [topic({})], { settings: { requiredTags: [] } });
  });
});
