import type { Found } from "./by-control";

/** What to say of exceptions where violations of one control are listed: how to ask for one, and where none may be given. */
export interface Asking {
  /** Whether an exception may be given from some of the violations. */
  readonly isPossible: boolean;
  /** The stacks in which it may not; empty when it may everywhere. */
  readonly neverIn: readonly string[];
}

export function askingFor(found: readonly Found[]): Asking {
  const never = found.filter(({ violation }) => violation.exemptible === false);
  return {
    isPossible: never.length < found.length,
    neverIn: [...new Set(never.map(({ stack }) => stack))],
  };
}
