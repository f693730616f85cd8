import type { RawResource } from "../../../policy-pack/contract/subject";
import { type Edit, type Mutant, mutantOf, type Mutation, type Path } from "./mutant";
import { everyPeer, everyPort, worldwide } from "./mutations/network";
import { policyDocuments } from "./mutations/policy-documents";
import { toAnotherResource, toForeignAccount } from "./mutations/repointed";
import { tags } from "./mutations/tags";
import {
  emptied,
  flipped,
  numbers,
  otherDocumentedValues,
  removed,
  switchesTurnedOn,
} from "./mutations/values";
import { elsewhere, options, removedWhole } from "./mutations/whole-resource";
import type { RealGraph } from "./real-graphs";
import { isAws, isRelevant, protects } from "./relevance";

const MUTATIONS: readonly Mutation[] = [
  removed,
  emptied,
  flipped,
  numbers,
  otherDocumentedValues,
  worldwide,
  everyPeer,
  everyPort,
  policyDocuments,
  toAnotherResource,
  toForeignAccount,
  tags,
];

/** Every way in which the generator can break a graph, one change at a time. It knows nothing of the controls. */
export function mutantsOf(graph: RealGraph): Mutant[] {
  return graph.resources.filter(({ type }) => isAws(type)).flatMap((resource) => ofResource(graph, resource));
}

function ofResource(graph: RealGraph, resource: RawResource): Mutant[] {
  const inputs = Object.keys(resource.props).filter((input) => isRelevant(resource.type, [input]));
  const edits = editsAt(graph, resource, [], resource.props);
  return [
    ...edits.map((edit) => mutantOf({ graph, resource }, edit)),
    ...elsewhere(graph, resource),
    ...options(graph, resource, inputs),
    ...(protects(resource.type) ? [removedWhole(graph, resource)] : []),
  ];
}

function editsAt(graph: RealGraph, resource: RawResource, path: Path, value: unknown): Edit[] {
  if (!isRelevant(resource.type, path)) return [];
  const site = { graph, resource, path, value };
  const isWhole = path.length === 0;
  const here = MUTATIONS.filter((mutation) => !isWhole || WHOLE.has(mutation)).flatMap((mutate) =>
    mutate(site),
  );
  if (typeof value !== "object" || value === null) return here;
  if (path[0] === "tags") return here;
  const present = value as Record<string, unknown>;
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(present);
  const switches = Array.isArray(value) ? [] : switchesTurnedOn(resource.type, path, present);
  const inner = steps.flatMap((step) =>
    editsAt(graph, resource, [...path, step], (value as Record<string | number, unknown>)[step]),
  );
  return [...here, ...switches, ...inner];
}

/** What can be done to a resource's inputs as a whole. */
const WHOLE: ReadonlySet<Mutation> = new Set([everyPeer, everyPort]);
