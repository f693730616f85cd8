import { isAccountId, parseArn } from "./arn";
import type { WrittenPrincipal } from "./statement";
import { hasWildcard } from "./wildcard";

/** Who a principal is. */
export type Principal =
  /** Anyone: `*`. */
  | { readonly kind: "anyone" }
  /** Everyone whom an account lets in: its root ARN, or its number. */
  | { readonly kind: "account"; readonly account: string }
  /** A role, user or session of an account. */
  | { readonly kind: "named"; readonly account: string }
  | { readonly kind: "service"; readonly service: string }
  | { readonly kind: "federated"; readonly provider: string }
  | { readonly kind: "other" };

/**
 * Reads a principal of a policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function principalOf(written: WrittenPrincipal): Principal {
  switch (written.kind.toLowerCase()) {
    case "service":
      return hasWildcard(written.value) ? { kind: "anyone" } : { kind: "service", service: written.value };
    case "federated":
      return hasWildcard(written.value) ? { kind: "anyone" } : { kind: "federated", provider: written.value };
    case "canonicaluser":
      return { kind: "other" };
    default:
      return awsPrincipal(written.value);
  }
}

/** An AWS principal by its text: a star, an account's number, or an ARN. */
export function awsPrincipal(text: string): Principal {
  if (isAccountId(text)) return { kind: "account", account: text };
  const arn = parseArn(text);
  if (arn === undefined) return hasWildcard(text) ? { kind: "anyone" } : { kind: "other" };
  if (hasWildcard(arn.account)) return { kind: "anyone" };
  return arn.resource === "root" || hasWildcard(arn.resource)
    ? { kind: "account", account: arn.account }
    : { kind: "named", account: arn.account };
}

/** Whether a principal, as it is written, is anyone. */
export const isAnyone = (written: WrittenPrincipal): boolean => principalOf(written).kind === "anyone";
