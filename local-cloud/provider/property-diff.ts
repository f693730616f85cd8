import { isRecord } from "./values";

export type ChangeKind = "add" | "delete" | "update";

/** One difference, under its path as the engine writes paths: `tags.Name`, `ingress[0].cidrBlocks`. */
export interface PropertyChange {
  readonly path: string;
  /** The property of the resource that the path begins with. */
  readonly property: string;
  readonly kind: ChangeKind;
}

/** What tells two sets of properties apart, the finest differences first found. */
export function propertyChanges(
  olds: Readonly<Record<string, unknown>>,
  news: Readonly<Record<string, unknown>>,
): readonly PropertyChange[] {
  const names = [...new Set([...Object.keys(olds), ...Object.keys(news)])].sort();
  return names.flatMap((property) =>
    changes(olds[property], news[property], property).map(([path, kind]) => ({ path, property, kind })),
  );
}

function changes(old: unknown, now: unknown, path: string): [string, ChangeKind][] {
  const before = old ?? undefined;
  const after = now ?? undefined;
  if (before === after) return [];
  if (before === undefined) return [[path, "add"]];
  if (after === undefined) return [[path, "delete"]];
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) =>
      changes(before[index], after[index], `${path}[${index}]`),
    ).flat();
  }
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) => changes(before[key], after[key], path + step(key)));
  }
  return [[path, "update"]];
}

function step(key: string): string {
  return /^\w+$/.test(key) ? `.${key}` : `["${key.replace(/["\\]/g, "\\$&")}"]`;
}
