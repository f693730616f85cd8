import assert from "node:assert/strict";
import type { RawResource } from "../../../../policy-pack/contract/subject";
import type { RealGraph } from "../../mutation/real-graphs";
import { type Added, OutputOf } from "./row";

/** What a row adds, as the pack is given it: in the account of the platform's core, its references resolved. */
export function realised(graph: RealGraph, { type, name, props, options }: Added): RawResource {
  const inputs = Object.entries(props).map(([input, value]) => ({ input, urns: [] as string[], value }));
  const core = graph.resources.find(({ provider }) => provider?.name === `aws-${graph.stack}`);
  assert.ok(core?.provider !== undefined, `${graph.stack} has no provider of its core`);
  return {
    urn: `urn:pulumi:${graph.stack}::mlplatform::${type}::${name}`,
    type,
    name,
    options,
    provider: core.provider,
    props: Object.fromEntries(
      inputs.map(({ input, value, urns }) => [input, withOutputs(graph, value, urns)]),
    ),
    propertyDependencies: Object.fromEntries(
      inputs.filter(({ urns }) => urns.length > 0).map(({ input, urns }) => [input, urns]),
    ),
  };
}

/** A value with its references resolved, and the first resource that one of them leads to. */
export function resolved(
  graph: RealGraph,
  value: unknown,
): { readonly value: unknown; readonly from?: string } {
  const urns: string[] = [];
  const found = withOutputs(graph, value, urns);
  return urns[0] === undefined ? { value: found } : { value: found, from: urns[0] };
}

/** A value with the platform's outputs in the place of the references to them, whose URNs are noted. */
function withOutputs(graph: RealGraph, value: unknown, urns: string[]): unknown {
  if (value instanceof OutputOf) {
    const { type, name, output } = value;
    const resource = graph.resources.find((one) => one.type === type && one.name === name);
    assert.ok(resource !== undefined, `${graph.stack} has no ${type} ${name}`);
    urns.push(resource.urn);
    return graph.outputOf(resource.urn, output);
  }
  if (Array.isArray(value)) return value.map((one) => withOutputs(graph, one, urns));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withOutputs(graph, one, urns)]));
}
