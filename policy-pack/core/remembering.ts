/** How many answers are kept: enough for the documents and paths of a large stack, and never more memory than that. */
const MOST = 20_000;

/**
 * A pure function of a text that remembers what it answered: controls ask the same of the same text again and again.
 * When it remembers too much it forgets everything and begins anew.
 */
export function remembering<T>(answer: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined || answers.has(text)) return known as T;
    if (answers.size >= MOST) answers.clear();
    const fresh = answer(text);
    answers.set(text, fresh);
    return fresh;
  };
}

/**
 * A pure function of an object that never changes, such as a graph, which remembers what it answered for as long as
 * the object lives.
 */
export function rememberingFor<K extends object, T>(answer: (key: K) => T): (key: K) => T {
  const answers = new WeakMap<K, { readonly answer: T }>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known.answer;
    const fresh = answer(key);
    answers.set(key, { answer: fresh });
    return fresh;
  };
}
