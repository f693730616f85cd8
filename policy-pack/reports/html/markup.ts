/** Markup that is safe to write as it is: only the tag `html` makes it. */
export class Markup {
  /** @param text HTML, in which all that came from elsewhere is escaped. */
  constructor(readonly text: string) {}
}

/** What may stand in markup: text is escaped, a list is written one after the other, nothing is written as nothing. */
export type Content = Markup | string | number | undefined | readonly Content[];

/** Markup from a template literal, with every value escaped that is not markup itself. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(parts.map((part, i) => part + (i < values.length ? written(values[i]) : "")).join(""));
}

/** Markup that is known to be safe: a style sheet of the page's own. */
export const trusted = (text: string): Markup => new Markup(text);

function written(content: Content): string {
  if (content === undefined) return "";
  if (content instanceof Markup) return content.text;
  if (typeof content === "object") return content.map(written).join("");
  return escaped(String(content));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for an element or a quoted attribute. Characters that HTML does not know become the replacement character. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "\ufffd")
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
