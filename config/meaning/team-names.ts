import type { Draft } from "../draft";
import { formatPath } from "../path";
import type { Problem } from "../problem";

/** Owners of resources that are no team. */
const RESERVED = ["core", "org"];

/**
 * Physical names join the owner and the purpose by a hyphen: `fraud` with `eu-data` and `fraud-eu` with
 * `data` would be one name. So no name is the beginning of another, up to a hyphen.
 */
export function teamNames({ teamNames: names }: Draft): Problem[] {
  const taken = new Set([...RESERVED, ...names]);
  return [...names].flatMap((name) => {
    const path = formatPath(["mlplatform:teams", name]);
    if (RESERVED.includes(name)) {
      const fix = "Choose another name for the team.";
      return [
        { path, found: `the name "${name}"`, expected: "a name that the platform does not use itself", fix },
      ];
    }
    const other = beginnings(name).find((beginning) => taken.has(beginning));
    if (other === undefined) return [];
    return [
      {
        path,
        found: `the name "${name}", which begins with "${other}-"`,
        expected: `a name whose resources cannot be taken for those of "${other}"`,
        fix: `Choose a name that does not begin with "${other}-", such as "${name.slice(other.length + 1)}-${other}".`,
      },
    ];
  });
}

/** `a-b-c` → `a`, `a-b`. */
function beginnings(name: string): string[] {
  const words = name.split("-");
  return words.slice(1).map((_, index) => words.slice(0, index + 1).join("-"));
}
