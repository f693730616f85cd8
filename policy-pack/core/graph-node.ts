import type { Node, Properties, RawOptions, RawResource, Subject } from "../contract/subject";
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

  constructor(
    subject: Subject,
    private readonly edges: RawResource["propertyDependencies"],
    private readonly nodes: ReadonlyMap<string, Node>,
  ) {
    this.urn = subject.urn;
    this.type = subject.type;
    this.name = subject.name;
    this.properties = subject.properties;
    this.options = subject.options;
    if (subject.provider !== undefined) this.provider = subject.provider;
    if (subject.parent !== undefined) this.parent = subject.parent;
  }

  references(property: string): readonly Node[] {
    return this.targets(property).flatMap((urn) => this.nodes.get(urn) ?? []);
  }

  /** The URNs that a property's value came from, whether they are in the graph or not. */
  targets(property: string): readonly string[] {
    const { edges } = this;
    const input = firstStep(property);
    return edges !== undefined && Object.hasOwn(edges, input) ? (edges[input] ?? NONE) : NONE;
  }
}

const NONE: readonly string[] = [];
