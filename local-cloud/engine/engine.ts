import { SemVer } from "semver";

/** Where an engine came from. */
export type EngineOrigin = "path" | "downloaded" | "built";

/** The real Pulumi engine: its command-line program, ready to run. */
export interface Engine {
  /** The program's absolute path. */
  readonly executable: string;
  readonly version: SemVer;
  readonly origin: EngineOrigin;
}

/** One place that was searched for an engine, and why none came from it. */
export interface Attempt {
  readonly origin: EngineOrigin;
  readonly reason: string;
}

/** What a search in one place gives. */
export type Found = { readonly engine: Engine } | { readonly attempt: Attempt };

/** The oldest CLI that works: the first with `pulumi policy analyze`, and newer than the SDK in use. */
export const OLDEST_VERSION = new SemVer("3.249.0");

/** The CLI that is downloaded or built where there is none: the one that the tests run on. */
export const PINNED_VERSION = new SemVer("3.256.0");

/** The oldest Go that builds the pinned version: what its own go.mod asks for. */
export const OLDEST_GO = new SemVer("1.25.11");
