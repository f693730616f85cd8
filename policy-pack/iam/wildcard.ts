import { remembering } from "../core/remembering";

const source = (pattern: string) =>
  pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    // Runs of stars mean what one star means; taken singly they would make matching exponential.
    .replace(/\*+/g, ".*")
    .replace(/\?/g, ".");
const mindingCase = remembering((pattern) => new RegExp(`^${source(pattern)}$`, "s"));
const ignoringCase = remembering((pattern) => new RegExp(`^${source(pattern)}$`, "is"));

/**
 * A test of texts against an IAM pattern, in which `*` stands for any letters and `?` for one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function patternTest(pattern: string, { ignoreCase = false } = {}): (text: string) => boolean {
  const whole = ignoreCase ? ignoringCase(pattern) : mindingCase(pattern);
  return (text) => whole.test(text);
}

/** Whether a text matches an IAM pattern, its case minded. */
export function matchesPattern(pattern: string, text: string): boolean {
  return patternTest(pattern)(text);
}

/** Whether a pattern holds a wildcard at all. Policy variables, `${aws:username}`, are none. */
export function hasWildcard(pattern: string): boolean {
  return /[*?]/.test(pattern.replace(/\$\{[^}]*\}/g, ""));
}

/** Whether an action pattern covers an action. IAM ignores the case of actions. */
export function coversAction(pattern: string, action: string): boolean {
  return actionTest(pattern)(action);
}

/** Most actions are named in full, and then comparing is quicker than a regular expression. */
const actionTest = remembering((pattern): ((action: string) => boolean) => {
  if (!/^[\w:-]*$/.test(pattern)) return patternTest(pattern, { ignoreCase: true });
  const named = pattern.toLowerCase();
  return (action) => action.length === named.length && action.toLowerCase() === named;
});
