import type { Element, Properties } from "../contract/subject";
import { known, UNKNOWN, UNSET, type Value } from "../contract/value";
import { join } from "./path";
import { readOwn, readPath, readWhole } from "./read";

/** Properties over a raw object, which may throw when an unknown is read. Nothing here throws. */
export function propertiesOf(raw: unknown, path = ""): Properties {
  return {
    get: (at) => readPath(raw, at),
    list: (at) => listAt(raw, path, at),
    keys: () => (raw !== null && typeof raw === "object" ? namesSetIn(raw) : []),
    whole: () => readWhole(raw),
  };
}

function namesSetIn(raw: object): readonly string[] {
  return Object.keys(raw).filter((name) => readOwn(raw, name).state !== "unset");
}

/** A value that should be a list but is a single object counts as a list of one: providers collapse some of them. */
function listAt(raw: unknown, base: string, at: string): Value<readonly Element[]> {
  const found = readPath(raw, at);
  if (found.state !== "known") return found;
  const path = base === "" ? at : `${base}.${at}`;
  if (!Array.isArray(found.value)) {
    return typeof found.value === "object" ? known([elementOf(found, path)]) : UNSET;
  }
  const list = found.value as readonly unknown[];
  return known(
    Array.from({ length: list.length }, (_, i) => elementOf(readOwn(list, String(i)), join(path, i))),
  );
}

function elementOf(value: Value, path: string): Element {
  if (value.state === "unknown") return { path, value, properties: UNKNOWN_PROPERTIES };
  return { path, value, properties: propertiesOf(value.state === "known" ? value.value : undefined, path) };
}

/** Properties of which nothing is known, as of an element that is itself unknown. */
export const UNKNOWN_PROPERTIES: Properties = {
  get: () => UNKNOWN,
  list: () => UNKNOWN,
  keys: () => [],
  whole: () => UNKNOWN,
};
