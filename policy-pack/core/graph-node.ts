import type { Node, Properties, RawOptions, RawResource, Subject } from "../contract/subject";
import { sourcesNamed } from "./named-sources";
import { firstStep } from "./path";

/** A subject with the edges that its inputs have, to the nodes of one graph. */
export class GraphNode implements Node {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly properties: Properties;
  readonly options: RawOptions;
  readonly provider?: Properties;
  readonly parent?: string;
  readonly identity?: readonly string[];
  private readonly edges: RawResource["propertyDependencies"];
  /** Hundreds of controls ask for the same few edges. */
  private told: Map<string, readonly string[]> | undefined;

  constructor(
    subject: Subject,
    raw: Pick<RawResource, "propertyDependencies" | "identity">,
    private readonly nodes: ReadonlyMap<string, Node>,
  ) {
    this.edges = raw.propertyDependencies;
    if (raw.identity !== undefined) this.identity = raw.identity;
    this.urn = subject.urn;
    this.type = subject.type;
    this.name = subject.name;
    this.properties = subject.properties;
    this.options = subject.options;
    if (subject.provider !== undefined) this.provider = subject.provider;
    if (subject.parent !== undefined) this.parent = subject.parent;
  }

  references(property: string): readonly Node[] {
    const targets = this.targets(property);
    return targets.length === 0 ? NO_NODES : targets.flatMap((urn) => this.nodes.get(urn) ?? []);
  }

  /** The URNs that a property's value came from, whether they are in the graph or not. */
  targets(property: string): readonly string[] {
    const { edges } = this;
    if (edges === undefined) return NONE;
    const input = firstStep(property);
    const all = Object.hasOwn(edges, input) ? (edges[input] ?? NONE) : NONE;
    // With one source there is nothing to tell apart.
    return all.length < 2 ? all : this.namedAmong(input, all);
  }

  private namedAmong(input: string, all: readonly string[]): readonly string[] {
    const before = this.told?.get(input);
    if (before !== undefined) return before;
    const named = new Set(
      sourcesNamed(
        this,
        input,
        all.flatMap((urn) => this.nodes.get(urn) ?? []),
      ).map(({ urn }) => urn),
    );
    const told = all.filter((urn) => named.has(urn) || !this.nodes.has(urn));
    this.told ??= new Map();
    this.told.set(input, told);
    return told;
  }
}

const NONE: readonly string[] = [];
const NO_NODES: readonly Node[] = [];
