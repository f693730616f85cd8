import { tagValuesValid as control } from "../../../policy-pack/controls/tagging/tag-values-valid";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

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
    const line = ["t (sns/topic): tags.Environment"];
    violates(control, topic({ Environment: "staging" }), line, withEnvironment);
    violates(control, topic({ Environment: "prod" }), line, { ...withEnvironment, tier: "dev" });
  });

  it("takes the tier that a stack is given for its environment", () => {
    passes(control, topic({ Environment: "prod" }), { ...withEnvironment, tier: "prod" });
    const written = { settings: { requiredTags: ["environment"] } };
    violates(control, topic({ environment: "test" }), ["t (sns/topic): tags.environment"], written);
  });

  it("finds a second spelling of a name", () => {
    violates(control, topic({ costcenter: "CC-1234" }), ["t (sns/topic): tags.costcenter"]);
    violates(control, topic({ CostCenter: "CC-1234", COSTCENTER: "CC-1" }), [
      "t (sns/topic): tags.COSTCENTER",
    ]);
    const defaultTags = { tags: { CostCenter: "CC-1234", costcenter: "CC-1234" } };
    const provider = {
      type: "pulumi:providers:aws",
      name: "p",
      props: { defaultTags: JSON.stringify(defaultTags) },
    };
    const quiet = [declare("sns/topic:Topic", "t", {}, { provider })];
    violates(control, quiet, ["t (sns/topic): tags.costcenter"]);
  });

  it("waits for values and for whole maps that are not known yet", () => {
    const maker = declare("s3/bucketVersioning:BucketVersioning", "v", {
      bad: "1234",
      all: { CostCenter: "1234" },
    });
    const late = (tags: unknown) => [maker, declare("sns/topic:Topic", "t", { tags })];
    const line = ["t (sns/topic): tags.CostCenter"];
    defers(control, late({ CostCenter: ref(maker, "bad") }), line, [...line]);
    defers(control, late(ref(maker, "all")), ["t (sns/topic): tags"], [...line]);
  });

  it("waits for the tags that other controls go by", () => {
    const maker = declare("s3/bucketVersioning:BucketVersioning", "v", { team: "fraud" });
    const late = declare("sns/topic:Topic", "t", { tags: { Team: ref(maker, "team") } });
    defers(control, [maker, late], ["t (sns/topic): tags.Team"], []);
  });

  it("judges the tags of what is launched, and those that are resources", () => {
    const template = (tagSpecifications: unknown) =>
      declare("ec2/launchTemplate:LaunchTemplate", "lt", { tagSpecifications });
    const group = (tags: unknown) => declare("autoscaling/group:Group", "g", { tags });
    const line = (tag: string) => `lt (ec2/launchTemplate): tagSpecifications[0].tags.${tag}`;
    passes(control, [template([{ resourceType: "instance", tags: { CostCenter: "CC-1234", Other: "x" } }])]);
    violates(
      control,
      [template([{ resourceType: "instance", tags: { CostCenter: "bad" } }])],
      [line("CostCenter")],
    );
    violates(
      control,
      [template([{ resourceType: "volume", tags: { costcenter: "CC-1234" } }])],
      [line("costcenter")],
    );
    passes(control, [group([{ key: "CostCenter", value: "CC-1234", propagateAtLaunch: true }])]);
    violates(
      control,
      [
        group([
          { key: "Other", value: "x" },
          { key: "CostCenter", value: "bad" },
        ]),
      ],
      ["g (autoscaling/group): tags[1].value"],
    );
    violates(
      control,
      [declare("ec2/tag:Tag", "t", { resourceId: "subnet-1", key: "CostCenter", value: "bad" })],
      ["t (ec2/tag): value"],
    );
    violates(
      control,
      [declare("autoscaling/tag:Tag", "t", { tag: { key: "CostCenter", value: "bad" } })],
      ["t (autoscaling/tag): tag.value"],
    );
    violates(
      control,
      [
        declare("ec2/instance:Instance", "i", {
          volumeTags: { CostCenter: "bad" },
          rootBlockDevice: { tags: { Owner: "x" } },
          ebsBlockDevices: [{ tags: { CostCenter: "worse" } }],
        }),
      ],
      ["i (ec2/instance): volumeTags.CostCenter", "i (ec2/instance): ebsBlockDevices[0].tags.CostCenter"],
    );
    const maker = declare("sqs/queue:Queue", "q", { all: [{ key: "CostCenter", value: "bad" }] });
    defers(
      control,
      [maker, group(ref(maker, "all"))],
      ["g (autoscaling/group): tags.value"],
      ["g (autoscaling/group): tags[0].value"],
    );
  });

  it("has nothing to say of what takes no tags", () => {
    notApplicable(control, [declare("s3/bucketVersioning:BucketVersioning", "v")]);
  });
});
