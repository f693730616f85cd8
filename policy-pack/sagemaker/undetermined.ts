/** A value that whoever starts a pipeline or a state machine chooses, so that nobody knows it beforehand. */
export const UNDETERMINED = Symbol("chosen when it is started");

/**
 * A copy of parsed JSON in which every value is replaced by what `resolve` makes of it; where that is undetermined,
 * reading the member throws, as reading an unknown value does, so that the pack's readers see it as unknown.
 * @param resolve Gives the value to take, `UNDETERMINED`, or undefined to look inside.
 */
export function resolved(value: unknown, resolve: (value: unknown) => unknown): unknown {
  const own = resolve(value);
  if (own !== undefined) return own;
  if (typeof value !== "object" || value === null) return value;
  const copy: object = Array.isArray(value) ? [] : {};
  for (const name of Object.keys(value)) {
    define(copy, name, resolved((value as Record<string, unknown>)[name], resolve));
  }
  return copy;
}

/** Sets a member; an undetermined one throws when it is read. */
export function define(owner: object, name: string, value: unknown): void {
  const shape = { enumerable: true, configurable: true };
  if (value !== UNDETERMINED) {
    Object.defineProperty(owner, name, { ...shape, value, writable: true });
    return;
  }
  Object.defineProperty(owner, name, {
    ...shape,
    get: () => {
      throw new Error(`${name} is chosen when it is started`);
    },
  });
}
