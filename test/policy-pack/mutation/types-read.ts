import type { Context, GraphControl } from "../../../policy-pack/contract/control";
import type { Graph, Node, RawResource } from "../../../policy-pack/contract/subject";
import { graphOf } from "../../../policy-pack/core/graph";
import type { Mutant } from "./mutant";

/** What of a graph a control's answer came from, by types of resources. */
export interface TypesRead {
  /** Types of which it read more than type, name and parent. */
  readonly read: ReadonlySet<string>;
  /** Types that it asked for, or all: whether there is one may decide. */
  readonly asked: ReadonlySet<string> | "all";
}

/** What names a resource, and stays the same when its properties change. */
const NAMING: ReadonlySet<string | symbol> = new Set(["urn", "type", "name", "parent"]);

/** Runs a control over a graph, and notes what it reads. */
export function typesRead(
  control: GraphControl,
  resources: readonly RawResource[],
  context: Context,
): TypesRead {
  const read = new Set<string>();
  const asked = new Set<string>();
  let all = false;
  const graph = graphOf(resources);
  const noted = new Map<Node, Node>();
  const note = (node: Node): Node => {
    const known = noted.get(node) ?? new Proxy(node, { get: (of, key) => valueOf(of, key) });
    noted.set(node, known);
    return known;
  };
  const valueOf = (node: Node, key: string | symbol): unknown => {
    if (!NAMING.has(key)) read.add(node.type);
    if (key === "references") return (property: string) => node.references(property).map(note);
    return Reflect.get(node, key) as unknown;
  };
  const ask = (types: readonly string[], of: Set<string>) => {
    for (const type of types) of.add(type);
  };
  const noting: Graph = {
    get nodes() {
      all = true;
      return graph.nodes.map(note);
    },
    byType: (...types) => {
      ask(types, asked);
      return graph.byType(...types).map(note);
    },
    byUrn: (urn) => {
      all = true;
      const node = graph.byUrn(urn);
      return node === undefined ? undefined : note(node);
    },
    identifiedBy: (text, ...types) => {
      ask(types, read);
      return graph.identifiedBy(text, ...types).map(note);
    },
    pointingTo: (target, property, ...types) => {
      ask(types, read);
      return graph.pointingTo(target, property, ...types).map(note);
    },
  };
  control.check(noting, context);
  return { read, asked: all ? "all" : asked };
}

/** Whether a mutant can change an answer that came from this: what was not read, changes nothing. */
export function mayChange({ read, asked }: TypesRead, { type, gone }: Mutant): boolean {
  if (read.has(type)) return true;
  return gone.length > 0 && (asked === "all" || asked.has(type));
}
