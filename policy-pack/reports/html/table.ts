import { type Content, html, type Markup } from "./markup";

/** A column: its title, and whether it holds numbers. */
export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

/** A row: its cells, of which the first names it, and the stacks that it speaks of. */
export interface Row {
  readonly cells: readonly Content[];
  /** From `inStacks`. Default: shown whatever stack is looked at. */
  readonly stacks?: Markup;
}

/** A table that scrolls within itself where the window is narrow. */
export function table(columns: readonly Column[], rows: readonly Row[]): Markup {
  const kind = (i: number) => (columns[i]?.isNumber === true ? html` class="number"` : undefined);
  const head = columns.map(({ title }, i) => html`<th scope="col" ${kind(i)}>${title}</th>`);
  const body = rows.map(
    ({ cells: [first, ...more], stacks }) =>
      html`<tr${stacks}><th scope="row">${first}</th>${more.map((cell, i) => html`<td${kind(i + 1)}>${cell}</td>`)}</tr>`,
  );
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`;
}
