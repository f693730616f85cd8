import {
  type Context,
  deferred,
  type Element,
  type Finding,
  isTrue,
  join,
  judgeValue,
  type Subject,
  type Value,
  violation,
} from "../../core";
import { providerInput } from "../../core/provider-input";
import { propertiesOf } from "../../core/properties";

const LAUNCHED = ["instance", "volume", "network-interface"];

/**
 * Findings for a group's tags: each is handed on to the machines. A provider's default tags are not, and a group with a
 * launch template leaves the rest to it.
 */
export function judgeGroup(group: Subject, { settings }: Context): readonly Finding[] {
  const tags = group.properties.list("tags");
  if (tags.state === "unknown") return [deferred(group, "tags")];
  const all = tags.state === "known" ? tags.value : [];
  const fromTemplate = ["launchTemplate", "mixedInstancesPolicy"].some(
    (input) => group.properties.get(input).state !== "unset",
  );
  const names = all.flatMap(({ properties }) => textOf(properties.get("key")));
  const missing = fromTemplate ? [] : settings.requiredTags.filter((name) => !names.includes(name));
  return [
    ...all.flatMap(({ path, properties }) =>
      judgeValue(group, `${path}.propagateAtLaunch`, properties.get("propagateAtLaunch"), isTrue, "true"),
    ),
    ...(missing.length === 0
      ? []
      : [violation(group, "tags", `no ${missing.join(", no ")}`, "the required tags, handed on at launch")]),
  ];
}

const textOf = (value: Value): readonly string[] =>
  value.state === "known" && typeof value.value === "string" ? [value.value] : [];

/** Findings for a template: it tags all that is launched from it, with the required tags. */
export function judgeTemplate(template: Subject, { settings }: Context): readonly Finding[] {
  const property = "tagSpecifications";
  const list = template.properties.list(property);
  if (list.state === "unknown") return [deferred(template, property)];
  const specifications = list.state === "known" ? list.value : [];
  return LAUNCHED.flatMap((resourceType) => {
    const own = specifications.filter((one) =>
      textOf(one.properties.get("resourceType")).includes(resourceType),
    );
    if (own.length > 0) return own.flatMap((one) => judgeSpecification(template, one, settings.requiredTags));
    if (specifications.some((one) => one.properties.get("resourceType").state === "unknown"))
      return [deferred(template, property)];
    return [
      violation(template, property, `none for ${resourceType}`, `tags for ${LAUNCHED.join(", ")}`, {
        finding: resourceType,
      }),
    ];
  });
}

function judgeSpecification(
  template: Subject,
  { path, properties }: Element,
  required: readonly string[],
): readonly Finding[] {
  const tags = properties.get("tags");
  const at = `${path}.tags`;
  if (tags.state === "unknown") return [deferred(template, at)];
  const missing = withoutTags(tags, required);
  if (missing.length === 0 && tags.state === "known") return [];
  const found = missing.length === 0 ? "not set" : `no ${missing.join(", no ")}`;
  return [violation(template, at, found, "the required tags")];
}

const withoutTags = (tags: Value, required: readonly string[]): readonly string[] => {
  const names = tags.state === "known" ? propertiesOf(tags.value).keys() : [];
  return required.filter((name) => !names.includes(name));
};

/**
 * Findings for an instance's disks. They get the provider's default tags, and those of `volumeTags` or of the disk
 * itself, but not the instance's own: https://www.pulumi.com/registry/packages/aws/api-docs/ec2/instance/
 */
export function judgeInstanceVolumes(instance: Subject, { settings }: Context): readonly Finding[] {
  const defaults = providerInput(instance.provider, "defaultTags");
  const own = ["volumeTags", "rootBlockDevice.tags"].map((property) => instance.properties.get(property));
  const byDefault = defaults.state === "known" ? propertiesOf(defaults.value).get("tags") : defaults;
  const sources = [...own, byDefault];
  const missing = settings.requiredTags.filter((name) =>
    sources.every(
      (tags) => tags.state !== "known" || propertiesOf(tags.value).get(join("", name)).state === "unset",
    ),
  );
  if (missing.length === 0) return [];
  if (sources.some((tags) => tags.state === "unknown")) return [deferred(instance, "volumeTags")];
  return [violation(instance, "volumeTags", `no ${missing.join(", no ")}`, "the required tags on the disks")];
}
