import { Document, isSeq, visit } from "yaml";
import { lineEnding, nextLine } from "./lines";
import { columnOf, entryEnd, entriesOf, teamEntries, teamsEntry } from "./teams-node";

/**
 * Adds a team after the last one. Everything else stays as it is, byte for byte.
 * @param text The text of a stack's file.
 * @throws EditError when the file is written in a way that cannot be edited so.
 */
export function insertTeam(text: string, name: string, team: Readonly<Record<string, unknown>>): string {
  const teams = teamsEntry(text);
  const last = teamEntries(text).at(-1);
  const eol = lineEnding(text);

  if (last === undefined) {
    const column = columnOf(text, teams);
    const colon = text.indexOf(":", teams.key.range?.[1] ?? 0) + 1;
    const end = nextLine(text, colon);
    // `{}` goes, a comment behind it stays.
    const rest = text
      .slice(colon, end)
      .replace(/^[ \t]*(\{\s*\})?/, "")
      .trim();
    const line = rest === "" ? "" : ` ${rest}`;
    return text.slice(0, colon) + line + eol + written(name, team, column + 2, 2, eol) + text.slice(end);
  }

  const column = columnOf(text, last);
  const first = entriesOf(last)[0];
  const step = first === undefined ? 2 : columnOf(text, first) - column;
  const end = entryEnd(text, last);
  const before = text.slice(0, end);
  const closed = before.endsWith("\n") ? before : before + eol;
  return closed + eol + written(name, team, column, step, eol) + text.slice(end);
}

/** A team as YAML: lists on one line, as they are written by hand. */
function written(name: string, team: object, column: number, step: number, eol: string): string {
  const document = new Document({ [name]: team });
  visit(document, (_, node) => {
    if (isSeq(node)) node.flow = true;
  });
  const lines = document
    .toString({ indent: step, lineWidth: 0, flowCollectionPadding: false })
    .trimEnd()
    .split("\n");
  return lines.map((line) => " ".repeat(column) + line + eol).join("");
}
