import type { Element, Properties } from "../contract/subject";
import { known, UNKNOWN, UNSET, type Value } from "../contract/value";
import { join } from "./path";
import { readOwn, readPath, readWhole } from "./read";

/** Properties over a raw object, which may throw when an unknown is read. Nothing here throws. */
export function propertiesOf(raw: unknown, path = ""): Properties {
  return new OwnProperties(raw, path);
}

/** A class, because a stack has many: an object of functions for each would take several times the memory. */
class OwnProperties implements Properties {
  /** A hundred controls ask for the same lists, each of which is read once. */
  private lists: Map<string, Value<readonly Element[]>> | undefined;
  private names: readonly string[] | undefined;

  constructor(
    private readonly raw: unknown,
    private readonly path: string,
  ) {}

  get(at: string): Value {
    return readPath(this.raw, at);
  }

  list(at: string): Value<readonly Element[]> {
    const before = this.lists?.get(at);
    if (before !== undefined) return before;
    const list = listAt(this.raw, this.path, at);
    this.lists ??= new Map();
    this.lists.set(at, list);
    return list;
  }

  keys(): readonly string[] {
    this.names ??= this.raw !== null && typeof this.raw === "object" ? namesSetIn(this.raw) : [];
    return this.names;
  }

  whole(): Value {
    return readWhole(this.raw);
  }
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
