import type { Subject } from "../contract/subject";
import { type Change, correct, fillIn, placesOf, type Remediation } from "./remediation";

/** Values by property, which may be of every element of a list: `rules[].id`. */
export type Values = Readonly<Record<string, Change["value"]>>;

/** A remediation that sets fixed values. */
export interface Defaults extends Pick<Remediation, "name" | "controls" | "description"> {
  /** What to fill in where it is left out, by type. */
  readonly fill?: Readonly<Record<string, Values>>;
  /** What to turn to its opposite where the program switches it the wrong way, by type: the right value. */
  readonly correct?: Readonly<Record<string, Readonly<Record<string, boolean | string>>>>;
  /** Whether a resource is one to be changed at all. Default: all of these types are. */
  readonly where?: (subject: Subject) => boolean;
}

/** The remediation that sets these values. */
export function remediationOf({ fill = {}, correct: right = {}, where, ...named }: Defaults): Remediation {
  return {
    ...named,
    types: [...new Set([...Object.keys(fill), ...Object.keys(right)])],
    ...(Object.keys(right).length === 0 ? {} : { corrects: true }),
    changes: (subject) => {
      if (where?.(subject) === false) return [];
      return [
        ...everywhere(subject, fill[subject.type] ?? {}, (path, value) => fillIn(subject, path, value)),
        ...everywhere(subject, right[subject.type] ?? {}, (path, value) =>
          correct(subject, path, (found) => isOpposite(found, value), value),
        ),
      ];
    },
  };
}

function everywhere<T extends Change["value"]>(
  subject: Subject,
  values: Readonly<Record<string, T>>,
  change: (path: string, value: T) => readonly Change[],
): readonly Change[] {
  return Object.entries(values).flatMap(([path, value]) =>
    placesOf(subject, path).flatMap((place) => change(place, value)),
  );
}

/** A switch the other way, whether it is a boolean or the word for it; or a word that is not the right one. */
function isOpposite(found: unknown, right: boolean | string): boolean {
  const isSwitch = /^(true|false)$/.test(String(right));
  return isSwitch ? String(found) === String(String(right) !== "true") : found !== right;
}

/** The same values for several types. */
export function forTypes<T>(types: readonly string[], values: T): Readonly<Record<string, T>> {
  return Object.fromEntries(types.map((type) => [type, values]));
}
