import type { Subject } from "../contract/subject";

/** A definition that a resource holds as JSON in a string. */
export type JsonDefinition =
  | { readonly state: "read"; readonly value: object }
  /** Not set, not known yet, or no JSON object: nothing of it can be judged. */
  | { readonly state: "unset" | "unknown" | "unreadable" };

/** Reads a property that holds JSON in a string; an object, which some programs hand over, is taken as it is. */
export function jsonOf(subject: Subject, property: string): JsonDefinition {
  const whole = subject.properties.get(property);
  if (whole.state !== "known") return { state: whole.state };
  const value = typeof whole.value === "string" ? parsed(whole.value) : whole.value;
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? { state: "read", value }
    : { state: "unreadable" };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
