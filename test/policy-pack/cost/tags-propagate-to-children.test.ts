import { tagsPropagateToChildren as control } from "../../../policy-pack/controls/cost/tags-propagate-to-children";
import { declare, ref } from "../support/resources";
import { defers, passes, violates } from "../support/verdicts";

const TAGS = { CostCenter: "CC-1234", Owner: "ml@example.com" };
const DEFAULTS = {
  provider: {
    type: "pulumi:providers:aws",
    name: "core",
    props: { defaultTags: JSON.stringify({ tags: TAGS }) },
  },
};
const listed = (propagateAtLaunch: boolean) =>
  Object.entries(TAGS).map(([key, value]) => ({ key, value, propagateAtLaunch }));
const group = (props: object) => declare("autoscaling/group:Group", "g", { maxSize: 1, ...props }, DEFAULTS);
const template = (tagSpecifications?: unknown) =>
  declare("ec2/launchTemplate:LaunchTemplate", "t", { tagSpecifications }, DEFAULTS);
const specifications = (tags: unknown = TAGS) =>
  ["instance", "volume", "network-interface"].map((resourceType) => ({ resourceType, tags }));
const instance = (props: object, more = {}) => declare("ec2/instance:Instance", "i", { ...props }, more);

describe("tags-propagate-to-children", () => {
  it("wants a group's tags handed on, all required ones unless a template has them", () => {
    passes(control, [group({ tags: listed(true) })]);
    passes(control, [group({ launchTemplate: { id: "lt-1" } })]);
    violates(
      control,
      [group({ tags: listed(false) })],
      [
        "g (autoscaling/group): tags[0].propagateAtLaunch",
        "g (autoscaling/group): tags[1].propagateAtLaunch",
      ],
    );
    violates(control, [group({})], ["g (autoscaling/group): tags"]);
    violates(control, [group({ tags: listed(true).slice(0, 1) })], ["g (autoscaling/group): tags"]);
  });

  it("wants a template to tag instances, volumes and interfaces with what is required", () => {
    passes(control, [template(specifications())]);
    const at = "t (ec2/launchTemplate): tagSpecifications";
    violates(control, [template()], [at, at, at]);
    violates(control, [template(specifications().slice(0, 2))], [at]);
    violates(
      control,
      [template(specifications({ Owner: "x" }))],
      [0, 1, 2].map((i) => `${at}[${i}].tags`),
    );
    violates(
      control,
      [template(specifications(null))],
      [0, 1, 2].map((i) => `${at}[${i}].tags`),
    );
  });

  it("takes a tag whose value is unknown as set, and waits for tags that are unknown as a whole", () => {
    const owner = declare("ssm/parameter:Parameter", "p", { value: "ml@example.com" });
    passes(control, [owner, template(specifications({ ...TAGS, Owner: ref(owner, "value") }))]);
    const tags = declare("ssm/parameter:Parameter", "p", { value: { Owner: "x" } });
    const at = [0, 1, 2].map((i) => `t (ec2/launchTemplate): tagSpecifications[${i}].tags`);
    defers(control, [tags, template(specifications(ref(tags, "value")))], at, at);
  });

  it("wants an instance's disks tagged: by the provider, the instance or the disk", () => {
    passes(control, [instance({}, DEFAULTS)]);
    passes(control, [instance({ volumeTags: TAGS })]);
    passes(control, [instance({ rootBlockDevice: { tags: TAGS } })]);
    violates(control, [instance({ tags: TAGS })], ["i (ec2/instance): volumeTags"]);
    violates(control, [instance({ volumeTags: { Owner: "x" } })], ["i (ec2/instance): volumeTags"]);
    passes(control, [instance({})], { settings: { requiredTags: [] } });
  });

  it("wants the switch of each service on", () => {
    const cases = [
      ["batch/jobDefinition:JobDefinition", "propagateTags", true, false],
      ["ecs/service:Service", "propagateTags", "SERVICE", "NONE"],
      ["fsx/lustreFileSystem:LustreFileSystem", "copyTagsToBackups", true, false],
      ["fsx/ontapVolume:OntapVolume", "copyTagsToBackups", true, false],
      ["fsx/openZfsVolume:OpenZfsVolume", "copyTagsToSnapshots", true, false],
      ["sagemaker/domain:Domain", "tagPropagation", "ENABLED", "DISABLED"],
    ] as const;
    for (const [type, property, right, wrong] of cases) {
      const found = [`x (${type.split(":")[0]}): ${property}`];
      passes(control, [declare(type, "x", { [property]: right })]);
      violates(control, [declare(type, "x", { [property]: wrong })], found);
      violates(control, [declare(type, "x")], found);
    }
    violates(
      control,
      [declare("fsx/openZfsFileSystem:OpenZfsFileSystem", "x", { copyTagsToBackups: true })],
      ["x (fsx/openZfsFileSystem): copyTagsToVolumes"],
    );
  });
});
