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

/**
 * Whether what a team's bucket holds goes when the bucket does: where the tier allows deletion, or the team's protection
 * was lifted. S3 refuses to delete a bucket that holds anything, so that a removal would otherwise end half way.
 */
export function contentsMayGo({ posture, offboarding }: Pick<Scope, "posture" | "offboarding">): boolean {
  return posture.deletion === "allowed" || (posture.deletion === "protected" && offboarding);
}
