import type { Value } from "./value";

/** A resource as it comes from the engine or from the offline check, before anything is read of it. */
export interface RawResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Its properties; reading an unknown one throws, as `@pulumi/policy`'s `unknownCheckingProxy` does. */
  readonly props: Readonly<Record<string, unknown>>;
  readonly options: RawOptions;
  /** The provider's own properties, where it is explicit. */
  readonly provider?: {
    readonly type: string;
    readonly name: string;
    readonly props: Readonly<Record<string, unknown>>;
  };
  readonly parent?: string;
  /** Its id and ARN, where they are known and not among its properties: the offline check hands over inputs alone. */
  readonly identity?: readonly string[];
  /** Input to the URNs of the resources that its value came from. Present in graph controls. */
  readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
}

export interface RawOptions {
  readonly protect?: boolean;
  readonly ignoreChanges?: readonly string[];
  readonly aliases?: readonly string[];
}

/** Reads of an object that cannot throw. Paths are dotted, with indexes: `ebsBlockDevices[0].encrypted`. */
export interface Properties {
  /** The value at a path: known, set but unknown, or unset. A null counts as unset. */
  get(path: string): Value;
  /** The elements of a list, each to be read on its own; an element may itself be unknown. An object counts as a list of one. */
  list(path: string): Value<readonly Element[]>;
  /** The names that are set here. */
  keys(): readonly string[];
  /** The whole, with no unknowns in it, or unknown. */
  whole(): Value;
}

/** One element of a list: its path within the resource, and its own properties. */
export interface Element {
  readonly path: string;
  readonly value: Value;
  readonly properties: Properties;
}

/** A resource as a control reads it. */
export interface Subject {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly properties: Properties;
  readonly options: RawOptions;
  readonly provider?: Properties;
  readonly parent?: string;
}

/** A resource in a graph, with its edges. */
export interface Node extends Subject {
  /** Its id and ARN, where they are known and not among its properties. */
  readonly identity?: readonly string[];
  /**
   * The resources that a property's value came from, known at preview even when the value is not; of those that a known
   * value had to wait for, the ones that it names. Edges are kept for whole inputs: those of `vpcConfig.subnets` are
   * those of `vpcConfig`, groups included.
   */
  references(property: string): readonly Node[];
}

/** All resources of a stack. */
export interface Graph {
  readonly nodes: readonly Node[];
  byType(...types: readonly string[]): readonly Node[];
  byUrn(urn: string): Node | undefined;
  /** The resources of `types` whose id, ARN or name is known to be this text. */
  identifiedBy(text: string, ...types: readonly string[]): readonly Node[];
  /** The resources of `types` whose `property` points to `target`: by an edge, or by an equal id, ARN or name. */
  pointingTo(target: Node, property: string, ...types: readonly string[]): readonly Node[];
}
