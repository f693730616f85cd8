/** One mistake in the fixture's files, and everything that is to be said of it. */
export interface BadConfig {
  readonly name: string;
  /** Default: dev. */
  readonly stack?: "dev" | "prod";
  /** A part of Pulumi.yaml, and what stands there instead. */
  readonly project?: readonly [part: string, by: string];
  /** A part of the stack's file, and what stands there instead. */
  readonly edit?: readonly [part: string, by: string];
  readonly problems: readonly ExpectedProblem[];
}

export interface ExpectedProblem {
  /** File and line. */
  readonly at: string;
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}
