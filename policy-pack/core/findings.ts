import type { Deferred, Finding, Violation } from "../contract/control";
import type { Subject } from "../contract/subject";
import type { Value } from "../contract/value";
import { shown } from "./shown";

/** A violation of one property. `found` may be words, or a value to be put in words (and masked). */
export function violation(
  subject: Pick<Subject, "urn">,
  property: string,
  found: string | Value,
  required: string,
  more: Pick<Violation, "finding" | "path"> = {},
): Violation {
  const words = typeof found === "string" ? found : shown(found, property);
  return { kind: "violation", urn: subject.urn, property, found: words, required, ...more };
}

/** A judgement that has to wait until the property's value is known. */
export function deferred(subject: Pick<Subject, "urn">, property: string): Deferred {
  return { kind: "deferred", urn: subject.urn, property };
}

/** How a requirement on one property treats what it may meet besides a known value. */
export interface Leniency {
  /** Whether an absent property is fine, because the service's own default is. Default false. */
  readonly unset?: boolean;
  /**
   * Whether a value that is set but not known yet is fine, because being set is what counts. `mustBe` sees whether it is
   * set; of a value that was read already the caller does. Default false.
   */
  readonly unknown?: boolean;
}

/** Nothing when the property's value is accepted; a violation when it is not or is absent; deferred when unknown. */
export function mustBe(
  subject: Subject,
  property: string,
  accepts: (value: unknown) => boolean,
  required: string,
  lenient: Leniency = {},
): readonly Finding[] {
  const value = subject.properties.get(property);
  if (value.state === "unknown" && lenient.unknown === true) return deferredBlock(subject, property);
  return judgeValue(subject, property, value, accepts, required, lenient);
}

/**
 * Deferred where a property stands in a block that is not known as a whole: then not even whether it is set is known.
 * Nothing where the property is set by itself.
 */
export function deferredBlock(subject: Subject, property: string): readonly Finding[] {
  const block = property.replace(/(\.[^.[\]]+|\[[^\]]*\])$/, "");
  if (block === property || subject.properties.get(block).state !== "unknown") return [];
  const outer = deferredBlock(subject, block);
  return outer.length > 0 ? outer : [deferred(subject, block)];
}

/** `mustBe` for a value that was read already, an element of a list for example. */
export function judgeValue(
  subject: Pick<Subject, "urn">,
  property: string,
  value: Value,
  accepts: (value: unknown) => boolean,
  required: string,
  lenient: Leniency = {},
): readonly Finding[] {
  switch (value.state) {
    case "unknown":
      return lenient.unknown === true ? [] : [deferred(subject, property)];
    case "unset":
      return lenient.unset === true ? [] : [violation(subject, property, value, required)];
    case "known":
      return accepts(value.value) ? [] : [violation(subject, property, value, required)];
  }
}

/** True, as a boolean or as the string that launch templates use. */
export const isTrue = (value: unknown): boolean => value === true || value === "true";

/** False, as a boolean or as the string that launch templates use. */
export const isFalse = (value: unknown): boolean => value === false || value === "false";

/** A string that says something. */
export const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
