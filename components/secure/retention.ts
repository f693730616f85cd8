import type { Scope } from "./scope";

/** The resource options that keep a store of data from being deleted by mistake. */
export interface Retention {
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
}

/**
 * How the tier guards stores of data: not at all, against deletion until protection is lifted, or for good, so
 * that Pulumi only ever forgets them. Offboarding lifts the protection, and leaves what is retained retained.
 */
export function retentionOf(scope: Pick<Scope, "posture" | "offboarding">): Retention {
  const { deletion } = scope.posture;
  return {
    protect: deletion !== "allowed" && !scope.offboarding,
    retainOnDelete: deletion === "retained",
  };
}
