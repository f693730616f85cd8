import { classOf, type Mutant } from "./mutant";

/**
 * Some mutants of each class, spread over its resources: the first, the last, and evenly between. The same every time.
 * @param perClass How many of each class, at most.
 */
export function sampled(mutants: readonly Mutant[], perClass: number): Mutant[] {
  const classes = new Map<string, Mutant[]>();
  for (const mutant of mutants) {
    const key = classOf(mutant);
    const group = classes.get(key);
    if (group === undefined) classes.set(key, [mutant]);
    else group.push(mutant);
  }
  return [...classes.values()].flatMap((group) => spread(group, perClass));
}

function spread<T>(group: readonly T[], count: number): readonly T[] {
  if (group.length <= count) return group;
  const step = count === 1 ? 0 : (group.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, i) => group[Math.round(i * step)]).filter(
    (one) => one !== undefined,
  );
}
