import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import type { RecordedResource } from "./recorded-resource";

/**
 * The same resources as a preview would see them: an input that was made from something that only AWS could
 * know is unknown. The outputs of each resource differ from every other's, so that an input is unknown
 * exactly when it holds a computed output, or the id, of a resource that it depends on. A resource of which nothing is
 * unknown is returned itself.
 */
export function previewView(resources: readonly RecordedResource[]): RecordedResource[] {
  const answers = new Map(resources.map((resource) => [resource.urn, computedTexts(resource)]));
  return resources.map((resource) => hideIn(resource, answers));
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

function hideIn(resource: RecordedResource, answers: ReadonlyMap<string, string[]>): RecordedResource {
  const hidden = Object.entries(resource.inputs).flatMap(([key, value]) => {
    const texts = (resource.propertyDependencies[key] ?? []).flatMap((urn) => answers.get(urn) ?? []);
    const seen = texts.length === 0 ? value : hide(value, texts);
    return seen === value ? [] : [[key, seen] as const];
  });
  return hidden.length === 0
    ? resource
    : { ...resource, inputs: { ...resource.inputs, ...Object.fromEntries(hidden) } };
}

/** The value with what holds a hidden text unknown; itself where nothing does. */
function hide(value: unknown, texts: readonly string[]): unknown {
  if (typeof value === "string") return texts.some((text) => value.includes(text)) ? unknownValue : value;
  if (value === null || typeof value !== "object") return value;
  const before = Object.entries(value);
  const after = before.map(([key, item]) => [key, hide(item, texts)] as const);
  if (after.every(([, item], i) => item === before[i]?.[1])) return value;
  return Array.isArray(value) ? after.map(([, item]) => item) : Object.fromEntries(after);
}
