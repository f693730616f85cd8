/**
 * Starts work on every item, a few at a time and in their order.
 * @returns The promise of each, by key: to be awaited one by one, while the others go on.
 */
export function inTurns<Item, T>(
  atATime: number,
  items: readonly Item[],
  task: (item: Item) => { readonly key: string; readonly work: () => Promise<T> },
): ReadonlyMap<string, Promise<T>> {
  const lanes: Promise<unknown>[] = Array.from({ length: atATime }, () => Promise.resolve());
  const results = new Map<string, Promise<T>>();
  items.forEach((item, index) => {
    const { key, work } = task(item);
    const result = (lanes[index % atATime] ?? Promise.resolve()).then(work);
    // Whoever awaits the result sees its fault; the next in the lane goes on.
    lanes[index % atATime] = result.catch(() => undefined);
    results.set(key, result);
  });
  return results;
}
