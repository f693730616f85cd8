import { known, UNSET } from "../contract/value";
import { join } from "../core/path";
import { shown } from "../core/shown";
import type { Difference } from "../contract/report";
import { DEFAULTS } from "./remediation";

/** The properties in which a resource differs after it was mended: leaf by leaf, as a report shows values. */
export function differences(before: unknown, after: unknown, path = ""): readonly Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isObject(after) && (before === undefined || isObject(before))) {
    return Object.keys(after)
      .filter((name) => name !== DEFAULTS)
      .flatMap((name) => differences(before?.[name], after[name], join(path, name)));
  }
  if (Array.isArray(after) && Array.isArray(before) && after.length === before.length) {
    const old = before as readonly unknown[];
    return after.flatMap((one: unknown, i) => differences(old[i], one, join(path, i)));
  }
  return [{ property: path, before: words(before, path), after: words(after, path) }];
}

const words = (value: unknown, property: string): string =>
  shown(value === undefined || value === null ? UNSET : known(value), property);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
