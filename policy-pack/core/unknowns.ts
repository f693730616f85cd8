// The guard alone: the SDK's index would load its server too, which only the engine needs. It comes without types.
import * as proxy from "@pulumi/policy/proxy";

const parts: Readonly<Record<string, unknown>> = { ...proxy };

/** CrossGuard's proxy, which throws when something unknown is read. */
export const unknownCheckingProxy = parts["unknownCheckingProxy"] as (value: unknown) => unknown;

/** What stands for a value that is not known yet, of each type. */
export const UNKNOWNS: ReadonlySet<unknown> = new Set(
  Object.entries(parts).flatMap(([name, value]) => (/^unknown[A-Z][a-z]+Value$/.test(name) ? [value] : [])),
);
