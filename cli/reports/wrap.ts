/** Lines that are shorter than this are not worth a narrow column. */
const NARROWEST = 40;

/**
 * Text for a terminal of a width: a line that is longer goes on below the place where its words begin, after any
 * indentation and label (`  why:       …`). Words and lines of code are not broken.
 * @param columns The width; undefined, as of a file or a pipe, leaves the text as it is.
 */
export function wrapped(text: string, columns: number | undefined): string {
  if (columns === undefined || columns < NARROWEST) return text;
  return text
    .split("\n")
    .map((line) => wrappedLine(line, columns))
    .join("\n");
}

/** Indentation, and a label of an explanation where there is one. */
const START = /^( *)([a-z]+: +)?/;
/** Code in an explanation stands below the words of its label, further in than anything else. */
const CODE_INDENT = 12;

function wrappedLine(line: string, columns: number): string {
  const [start = "", indent = "", label = ""] = START.exec(line) ?? [];
  if (line.length <= columns || (label === "" && indent.length >= CODE_INDENT)) return line;
  const room = columns - start.length;
  const lines: string[] = [];
  for (const word of line.slice(start.length).split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return start + lines.join(`\n${" ".repeat(start.length)}`);
}
