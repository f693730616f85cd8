/** Where the line that holds `offset` begins. */
export const lineStart = (text: string, offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;

/** Where the line after the one that holds `offset` begins; the text's end, where there is none. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

/** The line that begins at `start`, without its end. */
export const lineAt = (text: string, start: number): string =>
  text.slice(start, nextLine(text, start)).replace(/\r?\n$/, "");

/** How far a line is indented, in spaces. */
export const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The line ending that a text uses. */
export const lineEnding = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");
