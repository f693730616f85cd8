/**
 * The allowed word that is meant by a misspelt one.
 * @returns undefined when none is near: more than a third of the letters would have to change.
 */
export function nearest(word: string, allowed: Iterable<string>): string | undefined {
  const wanted = word.slice(0, LONGEST_WORD).toLowerCase();
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const candidate of allowed) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    const bound = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (distance <= bound && distance < (best?.distance ?? Infinity)) best = { word: candidate, distance };
  }
  return best?.word;
}

/** No key is as long as this; what is longer is no misspelling. */
const LONGEST_WORD = 64;

/** Damerau's distance: insertions, deletions, replacements and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const replace = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replace);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, at(i - 2, j - 2) + 1);
      rows[i]?.push(least);
    }
  }
  return at(a.length, b.length);
}
