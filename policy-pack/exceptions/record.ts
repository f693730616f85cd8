/** Which resources an exception covers: all of what is given must fit. */
export interface Selector {
  /** The stack that the resources are in. Required unless `urn` is given. */
  readonly stack?: string;
  readonly urn?: string;
  /** The resource's name, `*` standing for any text. */
  readonly name?: string;
  /** The resource's full type token. */
  readonly type?: string;
  /** A tag that the resource carries. */
  readonly tag?: { readonly name: string; readonly value: string };
}

/** One exception, as the security team writes it. */
export interface ExceptionRecord {
  readonly id: string;
  /** The ticket in which it was asked for and decided. */
  readonly ticket: string;
  readonly control: string;
  /** The one finding of the control that is excepted; without it, all of the control's. */
  readonly finding?: string;
  readonly select: Selector;
  /** Why, in at least 20 characters. */
  readonly reason: string;
  /** Whether the risk is accepted (`waiver`) or met in another way (`mitigated`). */
  readonly category: "waiver" | "mitigated";
  readonly compensatingControl?: string;
  readonly requestedBy: string;
  readonly approvedBy: readonly string[];
  /** Days as YYYY-MM-DD in UTC, both included. */
  readonly createdOn: string;
  readonly expiresOn: string;
}

/** The file `exceptions.yaml`. */
export interface ExceptionFile {
  /** Who may approve. Empty: nobody is barred, save whoever asked. */
  readonly approvers: readonly string[];
  readonly exceptions: readonly ExceptionRecord[];
  /** What could not be read, each said in words: it counts as a violation. */
  readonly unreadable: readonly string[];
}

export const NO_EXCEPTIONS: ExceptionFile = { approvers: [], exceptions: [], unreadable: [] };
