import { tagValuesValid as control } from "../../../policy-pack/controls/tagging/tag-values-valid";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const topic = (tags: Record<string, string>) => [declare("sns/topic:Topic", "t", { tags })];
const withEnvironment = { settings: { requiredTags: ["CostCenter", "Environment"] } };

describe("tag-values-valid", () => {
  it("passes values that match, and tags that no rule speaks of", () => {
    passes(control, topic({ CostCenter: "CC-1234", Anything: "goes" }));
    passes(control, topic({ Environment: "dev" }), withEnvironment);
    passes(control, topic({}));
  });

  it("finds values that match in part only", () => {
    violates(control, topic({ CostCenter: "1234" }), ["t (sns/topic): tags.CostCenter"]);
    violates(control, topic({ CostCenter: "CC-12345" }), ["t (sns/topic): tags.CostCenter"]);
    violates(control, topic({ CostCenter: "CC-1234\nCC-1" }), ["t (sns/topic): tags.CostCenter"]);
  });

  it("finds another stack's environment", () => {
    violates(control, topic({ Environment: "prod" }), ["t (sns/topic): tags.Environment"], withEnvironment);
  });

  it("finds a second spelling of a name", () => {
    violates(control, topic({ costcenter: "CC-1234" }), ["t (sns/topic): tags.costcenter"]);
    violates(control, topic({ CostCenter: "CC-1234", COSTCENTER: "CC-1" }), [
      "t (sns/topic): tags.COSTCENTER",
    ]);
  });

  it("has nothing to say of what takes no tags", () => {
    notApplicable(control, [declare("s3/bucketVersioning:BucketVersioning", "v")]);
  });
});
