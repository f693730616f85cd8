import { join, steps } from "../core/path";
import type { Tier } from "../contract/control";
import type { Subject } from "../contract/subject";

/** What a remediation sets: a property, as a path, and its value. */
export interface Change {
  readonly path: string;
  readonly value: string | number | boolean | readonly string[];
}

/**
 * Fills in what a program left out, so that a control is kept. What the program says itself is judged, and left to its
 * author, but where leaving it out is safe and only saying it can be wrong (`corrects`). Off unless the pack's
 * configuration asks for it, each by its own name.
 */
export interface Remediation {
  /** Kebab-case, beginning with `remediate-`; the name to ask for it by. */
  readonly name: string;
  /** The controls that speak of it. What is filled in keeps most of them; a queue still lacks a key of its own. */
  readonly controls: readonly string[];
  /** Whether it changes what a program says. Default: it only fills in. */
  readonly corrects?: boolean;
  readonly description: string;
  /** The types that it looks at, as full tokens; or all of a provider's, as `aws:*`. */
  readonly types: readonly string[];
  /** What to set. A property that is unknown counts as set: its value is on the way. */
  readonly changes: (subject: Subject, options: RemediationOptions) => readonly Change[];
}

/** What the pack's configuration says for a remediation. */
export interface RemediationOptions {
  /** The values of tags that are missing, by name. Default none, so that no tag is made up. */
  readonly tags?: Readonly<Record<string, string>>;
  /** The names of the tags that every resource must carry. */
  readonly requiredTags: readonly string[];
  /** The tier that the resource is judged by. */
  readonly tier: Tier;
}

/** The change, unless the program sets the property or its value is on the way. */
export function fillIn(
  subject: Pick<Subject, "properties">,
  path: string,
  value: Change["value"],
): readonly Change[] {
  const found = subject.properties.get(path);
  const isLeftOut = found.state === "unset" || (found.state === "known" && isDefault(subject, path));
  return isLeftOut ? [{ path, value }] : [];
}

/** The change, where the program says something wrong. Nothing where it leaves it out, or its value is on the way. */
export function correct(
  subject: Pick<Subject, "properties">,
  path: string,
  isWrong: (value: unknown) => boolean,
  value: Change["value"],
): readonly Change[] {
  const found = subject.properties.get(path);
  return found.state === "known" && isWrong(found.value) ? [{ path, value }] : [];
}

/**
 * The places that a path stands for in a resource: `rules[].id` is the `id` of every rule that is known. A list that
 * is unknown or not there has none.
 */
export function placesOf(subject: Pick<Subject, "properties">, path: string): readonly string[] {
  const [list = "", ...rest] = path.split("[].");
  if (rest.length === 0) return [path];
  const elements = subject.properties.list(list);
  if (elements.state !== "known") return [];
  return elements.value
    .filter(({ value }) => value.state === "known")
    .flatMap((element) => placesOf(subject, `${element.path}.${rest.join("[].")}`));
}

/**
 * The list, in each object, of the properties that the provider filled in and the program did not set: the real AWS
 * provider's Check does so before a policy sees the resource
 * (https://github.com/pulumi/pulumi-terraform-bridge/blob/main/pkg/reservedkeys/keys.go).
 */
export const DEFAULTS = "__defaults";

function isDefault({ properties }: Pick<Subject, "properties">, path: string): boolean {
  const way = steps(path);
  const owner = way
    .slice(0, -1)
    .reduce<string>((sofar, step) => join(sofar, /^\d+$/.test(step) ? Number(step) : step), "");
  const defaults = properties.get(join(owner, DEFAULTS));
  return defaults.state === "known" && Array.isArray(defaults.value) && defaults.value.includes(way.at(-1));
}
