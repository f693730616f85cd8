import type { Control, Level } from "../contract/control";
import { EXCEPTIONS_VALID } from "../exceptions/control";
import { type ControlConfig, isLaxerInProd } from "./in-force";

/** What a configuration asks of a control. */
export interface Asked {
  readonly config: ControlConfig;
  /** The level for the whole run, if it is laxer than mandatory. */
  readonly engineLevel?: Level | undefined;
}

/** More names than this are counted: `all` speaks of every control. */
const NAMED = 5;

/**
 * Says of which controls a configuration asks less in prod than they do, which counts for nothing; undefined when of none.
 * @param askedOf What the configuration asks of a control, by its name.
 */
export function ignoredInWords(
  controls: readonly Control[],
  askedOf: (name: string) => Asked,
): string | undefined {
  const names = controls
    .filter((control) => {
      const { config, engineLevel } = askedOf(control.name);
      return isLaxerInProd(control, config, engineLevel);
    })
    .map(({ name }) => (name === EXCEPTIONS_VALID.name ? `${name} (in no tier)` : name));
  if (names.length === 0) return undefined;
  const more = names.length - NAMED;
  const listed = `${names.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return `policies: in prod a level can only be made stricter, so that what the configuration asks counts for nothing there: ${listed}.`;
}
