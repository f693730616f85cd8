/** Where a value of the config is written. */
export interface Position {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Finds where a path is written; what is absent, at the nearest thing around it. */
export type Locator = (path: string) => Position | undefined;

/** @param positions Where each path is written. */
export function locatorOf(positions: ReadonlyMap<string, Position>): Locator {
  return (path) => {
    for (let end = path.length; end > 0; end--) {
      const next = path[end];
      if (next !== undefined && next !== "." && next !== "[") continue;
      const position = positions.get(path.slice(0, end));
      if (position !== undefined) return position;
    }
    return undefined;
  };
}
