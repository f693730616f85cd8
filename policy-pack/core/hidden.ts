/** What a reader that asks quietly is given for a value that is hidden. */
export const HIDDEN = Symbol("a value that is not known yet");

let asksQuietly = false;

/** A property that throws when it is read, save for a reader that asks quietly: throwing costs a hundred reads. */
export function hiddenProperty(throwing: () => unknown): PropertyDescriptor {
  return { enumerable: true, get: () => (asksQuietly ? HIDDEN : throwing()) };
}

/** A property's value, or `HIDDEN`; it may throw all the same where something else than `hiddenProperty` hides it. */
export function askQuietly(owner: object, name: string): unknown {
  asksQuietly = true;
  try {
    return (owner as Record<string, unknown>)[name];
  } finally {
    asksQuietly = false;
  }
}
