import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import type { RawResource } from "../contract/subject";
import { setByProgram } from "./set-by-program";

/** A resource as a resource policy is handed it: its inputs, without its edges. */
export function rawFromArgs(args: ResourceValidationArgs): RawResource {
  const { urn, type, name, props, opts, provider } = args;
  return {
    urn,
    type,
    name,
    props,
    options: optionsOf(opts),
    ...(provider === undefined ? {} : { provider }),
    ...(opts.parent === undefined ? {} : { parent: opts.parent }),
  };
}

/** A resource as a stack policy is handed it: its outputs (its inputs, at a preview), and its edges. */
export function rawFromStack(resource: PolicyResource): RawResource {
  const { urn, type, name, props, opts, provider, parent } = resource;
  const edges = Object.entries(resource.propertyDependencies).map(([input, targets]) => [
    input,
    targets.map((target) => target.urn),
  ]);
  return {
    urn,
    type,
    name,
    props: setByProgram(props, resource.propertyDependencies),
    options: optionsOf(opts),
    propertyDependencies: Object.fromEntries(edges) as Record<string, readonly string[]>,
    ...(provider === undefined ? {} : { provider }),
    ...(parent === undefined ? {} : { parent: parent.urn }),
  };
}

function optionsOf(opts: ResourceValidationArgs["opts"]): RawResource["options"] {
  return { protect: opts.protect, ignoreChanges: opts.ignoreChanges, aliases: opts.aliases };
}
