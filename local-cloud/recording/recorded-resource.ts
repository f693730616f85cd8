/** One resource as a program registered it, with all that a mock usually hides. */
export interface RecordedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly parent?: string;
  /** Inputs as plain data: secrets unwrapped, unknowns as Pulumi's unknown sentinel. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Paths of the inputs that were secret. */
  readonly secretInputs: readonly string[];
  readonly id?: string;
  /** Inputs and computed outputs together, as the resource answered. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** The names of the outputs that only AWS could know. */
  readonly computed: readonly string[];
  /** The explicit provider: its URN, and the account and region that it acts in. */
  readonly provider?: { readonly urn: string; readonly account: string; readonly region: string };
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly options: {
    readonly protect: boolean;
    readonly retainOnDelete: boolean;
    readonly ignoreChanges: readonly string[];
    readonly aliases: readonly string[];
  };
}

/** Everything that one run of a program registered. */
export interface Recording {
  readonly stack: string;
  readonly resources: readonly RecordedResource[];
  /** The stack's outputs, secrets masked. */
  readonly outputs: Readonly<Record<string, unknown>>;
}
