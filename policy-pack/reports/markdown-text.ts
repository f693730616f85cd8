/** Text as code within a line, whatever backticks it has; line breaks become spaces. */
export function code(text: string): string {
  const line = text.replaceAll(/\s*[\r\n]+\s*/g, " ");
  const fence = "`".repeat(longestRun(line) + 1);
  const padded = /^`|`$|^ .* $/.test(line) || line === "" ? ` ${line} ` : line;
  return `${fence}${padded}${fence}`;
}

/** Text as a block of code, whatever fences it has. */
export function codeBlock(text: string, language: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Text that says itself in Markdown and in HTML, and mentions nobody. */
export function plain(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\`*_[\]#|~]/g, "\\$&")
    .replaceAll("@", "@\u200b")
    .replaceAll(/\s*[\r\n]+\s*/g, " ");
}

/** Text as one cell of a table. A pipe splits a cell even within code. */
export const cell = (text: string): string => text.replaceAll(/(?<!\\)\|/g, "\\|");

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
