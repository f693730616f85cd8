import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import type { RecordedResource } from "./recorded-resource";

/**
 * The same resources as a preview would see them: an input that was made from something that only AWS could
 * know is unknown. The outputs of each resource differ from every other's, so that an input is unknown
 * exactly when it holds a computed output, or the id, of a resource that it depends on.
 */
export function previewView(resources: readonly RecordedResource[]): RecordedResource[] {
  const answers = new Map(resources.map((resource) => [resource.urn, computedTexts(resource)]));
  return resources.map((resource) => ({ ...resource, inputs: hideInputs(resource, answers) }));
}

/** Shorter texts, such as a status, tell nothing about where a value came from. */
const SHORTEST_IDENTITY = 8;

/** The texts that only AWS could have given for a resource. */
function computedTexts(resource: RecordedResource): string[] {
  if (!resource.custom || resource.type.startsWith("pulumi:")) return [];
  const texts = resource.computed.flatMap((key) => textsIn(resource.outputs[key]));
  const { account = "", region = "" } = resource.provider ?? {};
  // Account and region are the provider's, and in every ARN: a text that holds them need not come from here.
  const known = new Set([account, region, ...Object.values(resource.inputs).flatMap(textsIn)]);
  return [...new Set([...(resource.id === undefined ? [] : [resource.id]), ...texts])].filter(
    (text) => text.length >= SHORTEST_IDENTITY && !isTagCopy(text, known),
  );
}

// `tagsAll` repeats the tags that the program gave: those texts are no secret of AWS's.
const isTagCopy = (text: string, known: ReadonlySet<string>) => known.has(text) && !text.startsWith("arn:");

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(textsIn);
}

function hideInputs(
  resource: RecordedResource,
  answers: ReadonlyMap<string, string[]>,
): Record<string, unknown> {
  const entries = Object.entries(resource.inputs).map(([key, value]) => {
    const hidden = (resource.propertyDependencies[key] ?? []).flatMap((urn) => answers.get(urn) ?? []);
    return [key, hidden.length === 0 ? value : hide(value, hidden)];
  });
  return Object.fromEntries(entries);
}

function hide(value: unknown, hidden: readonly string[]): unknown {
  if (typeof value === "string") return hidden.some((text) => value.includes(text)) ? unknownValue : value;
  if (Array.isArray(value)) return value.map((item) => hide(item, hidden));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hide(item, hidden)]));
}
