/**
 * A property as a control sees it. A value that AWS decides is unknown at preview: reading it throws in
 * CrossGuard, while asking whether it is there does not. So "set, but unknown" and "not set" are told apart.
 */
export type Value<T = unknown> =
  | { readonly state: "known"; readonly value: T }
  | { readonly state: "unknown" }
  | { readonly state: "unset" };

export const UNKNOWN: Value<never> = { state: "unknown" };
export const UNSET: Value<never> = { state: "unset" };
export const known = <T>(value: T): Value<T> => ({ state: "known", value });
