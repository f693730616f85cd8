import { isScalar } from "yaml";
import { lineEnding, lineStart } from "./lines";
import { columnOf, EditError, entriesOf, keyStart, teamEntries } from "./teams-node";

/**
 * Gives a team `state: offboarding`. Everything else stays as it is, byte for byte.
 * @throws EditError when the team is not there, or is written in a way that cannot be edited so.
 */
export function markOffboarding(text: string, name: string): string {
  const team = teamEntries(text).find(({ key }) => key.value === name);
  const first = team === undefined ? undefined : entriesOf(team)[0];
  if (team === undefined || first === undefined)
    throw new EditError(`There is no team "${name}" in the file.`);

  const state = entriesOf(team).find(({ key }) => key.value === "state");
  if (state !== undefined && isScalar(state.value) && state.value.range) {
    const [start, end] = state.value.range;
    return `${text.slice(0, start)}offboarding${text.slice(end)}`;
  }
  const start = lineStart(text, keyStart(first));
  const line = `${" ".repeat(columnOf(text, first))}state: offboarding${lineEnding(text)}`;
  return text.slice(0, start) + line + text.slice(start);
}
