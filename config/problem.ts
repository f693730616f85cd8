/** One thing that is wrong with what a person wrote, with all that is needed to mend it. */
export interface Problem {
  /** Where: a dotted path from the stack file's `config:`, such as `mlplatform:teams.fraud.networkSlot`. */
  readonly path: string;
  /** What stands there, shortened for people. */
  readonly found: string;
  /** What would be right. */
  readonly expected: string;
  /** What to do, in one sentence. */
  readonly fix: string;
  /** The path that was meant, when what stands there is a misspelling of it. */
  readonly meant?: string;
  /** The file and line, where the text was read rather than handed over by the engine. */
  readonly file?: string;
  readonly line?: number;
}
