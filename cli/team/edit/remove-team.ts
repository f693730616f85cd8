import { indentOf, lineAt, lineStart, nextLine } from "./lines";
import { columnOf, EditError, entryEnd, keyStart, teamEntries, teamsEntry } from "./teams-node";

/**
 * Removes a team with the comment right above it. Everything else stays as it is, byte for byte.
 * @throws EditError when the team is not there, or is written in a way that cannot be edited so.
 */
export function removeTeam(text: string, name: string): string {
  const teams = teamEntries(text);
  const index = teams.findIndex(({ key }) => key.value === name);
  const team = teams[index];
  if (team === undefined) throw new EditError(`There is no team "${name}" in the file.`);

  let start = aboveComments(text, lineStart(text, keyStart(team)), columnOf(text, team));
  let end = entryEnd(text, team);
  if (teams.length === 1) return withNoTeams(text.slice(0, start) + text.slice(end));

  // One blank line separates teams: the one above goes with the last team, the one below with any other.
  if (index === teams.length - 1) {
    const above = lineStart(text, start - 1);
    if (lineAt(text, above).trim() === "") start = above;
  } else if (end < text.length && lineAt(text, end).trim() === "") end = nextLine(text, end);
  return text.slice(0, start) + text.slice(end);
}

/** Where the comment begins that stands right above a line, in the same column. */
function aboveComments(text: string, start: number, column: number): number {
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const line = lineAt(text, above);
    if (!line.trimStart().startsWith("#") || indentOf(line) !== column) break;
    start = above;
  }
  return start;
}

/** The empty mapping is written out: a key with nothing behind it means no value at all. */
function withNoTeams(text: string): string {
  const colon = text.indexOf(":", teamsEntry(text).key.range?.[1] ?? 0) + 1;
  return `${text.slice(0, colon)} {}${text.slice(colon)}`;
}
