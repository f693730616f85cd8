import { readOwn, readWhole } from "../core/read";
import { steps } from "../core/path";
import { type Change, DEFAULTS } from "./remediation";

/**
 * Sets a property in place, with the objects around it where there are none. In place, since the SDK's proxies keep
 * what is secret and what is unknown only as long as nothing is copied. A step that is unknown is left alone.
 */
export function setProperty(props: Record<string, unknown>, { path, value }: Change): void {
  const way = steps(path);
  const last = way.at(-1);
  let owner: Record<string, unknown> = props;
  for (const step of way.slice(0, -1)) {
    const next = readOwn(owner, step);
    if (next.state === "unknown") return;
    if (next.state === "unset") owner[step] = {};
    const within = readOwn(owner, step);
    if (within.state !== "known" || typeof within.value !== "object") return;
    owner = within.value as Record<string, unknown>;
  }
  if (last === undefined) return;
  owner[last] = value;
  // It is no longer the provider's default. A plain copy is filtered, since the SDK's proxies of lists cannot be.
  const defaults = readOwn(owner, DEFAULTS);
  const names = defaults.state === "known" ? readWhole(defaults.value) : defaults;
  if (names.state === "known" && Array.isArray(names.value))
    owner[DEFAULTS] = names.value.filter((name) => name !== last);
}
