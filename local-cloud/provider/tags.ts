import { sdkShape } from "../answers/sdk-shape";
import { isRecord, isSecret, isUnknown, secret, UNKNOWN, type Properties } from "./values";

/**
 * The inputs with `tagsAll`: the provider's default tags, and the resource's own, which win. A type that
 * cannot be tagged is left as it is.
 */
export function withAllTags(
  type: string,
  inputs: Properties,
  defaultTags: Readonly<Record<string, string>>,
): Properties {
  if (!("tagsAll" in sdkShape(type).outputs)) return inputs;
  const tags = isSecret(inputs.tags) ? inputs.tags.value : inputs.tags;
  if (isUnknown(tags)) return { ...inputs, tagsAll: UNKNOWN };
  const all = { ...defaultTags, ...(isRecord(tags) ? tags : {}) };
  return { ...inputs, tagsAll: isSecret(inputs.tags) ? secret(all) : all };
}
