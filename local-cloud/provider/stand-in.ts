import type { PropertyChange } from "./property-diff";
import type { Properties } from "./values";

/** Which resource a call is about. */
export interface Target {
  readonly urn: string;
  readonly type: string;
  /** The logical name: the last part of the URN. */
  readonly name: string;
}

/** How the engine wants names chosen: https://www.pulumi.com/docs/iac/concepts/resources/names/#autonaming-configuration */
export interface Autonaming {
  readonly mode: "propose" | "enforce" | "disable";
  readonly proposedName: string;
}

export interface CheckFailure {
  readonly property: string;
  readonly reason: string;
}

export interface Checked {
  readonly inputs: Properties;
  readonly failures: readonly CheckFailure[];
}

export interface Difference {
  readonly changes: readonly (PropertyChange & { readonly replaces: boolean })[];
  readonly deleteBeforeReplace: boolean;
}

export interface Existing {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/** A fault to be told to the engine as it is, with no stack trace. */
export class CloudError extends Error {}

/** What a stand-in provider does, with the protocol taken away. Values are as in `values.ts`. */
export interface StandIn {
  /** Tells the provider where it acts. @throws ConfigurationError */
  configure(args: Properties): void;
  /** Fills in names and tags, and refuses what AWS would refuse without looking. */
  check(target: Target, olds: Properties, news: Properties, seed: Buffer, autonaming?: Autonaming): Checked;
  diff(target: Target, oldInputs: Properties, news: Properties): Difference;
  /** @throws CloudError when AWS would refuse. */
  create(
    target: Target,
    inputs: Properties,
    preview: boolean,
  ): Promise<{ readonly id: string; readonly outputs: Properties }>;
  /** What exists under an id; undefined when nothing does. `known` is what the engine knows of it. */
  read(
    target: Target,
    id: string,
    known: { readonly inputs: Properties; readonly outputs: Properties },
  ): Existing | undefined;
  /** @throws CloudError when it doesn't exist. */
  update(
    target: Target,
    id: string,
    known: { readonly inputs: Properties; readonly outputs: Properties },
    news: Properties,
    preview: boolean,
  ): Promise<Properties>;
  delete(target: Target, id: string, known: { readonly outputs: Properties }): Promise<void>;
  /** @throws UnknownInvokeError */
  invoke(token: string, args: Properties): Properties;
  /** Lets go of whatever waits, because the engine is giving up. */
  cancel(): void;
}
