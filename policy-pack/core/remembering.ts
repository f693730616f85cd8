/** How many answers are kept: enough for the documents and paths of a large stack, and never more memory than that. */
const MOST = 20_000;

/**
 * A pure function of a text that remembers what it answered: controls ask the same of the same text again and again.
 * When it remembers too much it forgets everything and begins anew.
 */
export function remembering<T>(answer: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    if (answers.has(text)) return answers.get(text) as T;
    if (answers.size >= MOST) answers.clear();
    const fresh = answer(text);
    answers.set(text, fresh);
    return fresh;
  };
}
