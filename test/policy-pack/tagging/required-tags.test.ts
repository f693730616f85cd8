import { requiredTags as control } from "../../../policy-pack/controls/tagging/required-tags";
import { type Declared, declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

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
    const key = declare("kms/key:Key", "k");
    passes(control, [topic({ tags: { ...ALL, Key: ref(key) } })]);
  });

  it("finds each tag that is missing or empty", () => {
    violates(control, [topic({})], ["t (sns/topic): tags.CostCenter", "t (sns/topic): tags.Owner"]);
    violates(control, [topic({ tags: { ...ALL, Owner: "" } })], ["t (sns/topic): tags.Owner"]);
    violates(
      control,
      [topic({ tags: ALL, tagsAll: { Owner: "x@example.com" } })],
      ["t (sns/topic): tagsAll.CostCenter"],
    );
  });

  it("has nothing to say of what takes no tags, or where none are required", () => {
    notApplicable(control, [declare("s3/bucketVersioning:BucketVersioning", "v")]);
    notApplicable(control, [topic({})], { settings: { requiredTags: [] } });
  });
});
