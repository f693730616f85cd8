/**
 * Puts a line among others in their order, in the part of a text that lies between two lines.
 * @param comesLater Whether a line of that part belongs behind the new one. It is put before the first that does.
 * @throws Error when the text has no such part.
 */
export function insertLine(
  text: string,
  line: string,
  { after, before }: { readonly after: RegExp; readonly before: RegExp },
  comesLater: (line: string) => boolean,
): string {
  const lines = text.split("\n");
  const start = lines.findIndex((one) => after.test(one));
  const end = lines.findIndex((one, i) => i > start && before.test(one));
  if (start < 0 || end < 0)
    throw new Error(`there is no line ${String(start < 0 ? after : before)} to add to`);
  const next = lines.findIndex((one, i) => i > start && i < end && comesLater(one));
  lines.splice(next < 0 ? end : next, 0, line);
  return lines.join("\n");
}
