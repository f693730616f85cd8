import type { Subject } from "../contract/subject";
import type { Value } from "../contract/value";
import { parseArn } from "./arn";

/**
 * The account that a resource is in, as its provider says: the one account that it allows, else that of the role
 * it assumes. Undefined when it cannot be told; every account is then a foreign one.
 */
export function accountOf(subject: Subject): string | undefined {
  return (
    onlyText(subject, "allowedAccountIds", (entry) => entry) ??
    onlyText(subject, "assumeRoles", accountOfRole)
  );
}

function onlyText(subject: Subject, property: string, read: (entry: unknown) => unknown): string | undefined {
  const list = plainList(subject.provider?.get(property));
  const entry = list.length === 1 ? read(list[0]) : undefined;
  return typeof entry === "string" ? entry : undefined;
}

function accountOfRole(entry: unknown): string | undefined {
  const role = typeof entry === "object" && entry !== null && "roleArn" in entry ? entry.roleArn : undefined;
  return typeof role === "string" ? parseArn(role)?.account : undefined;
}

/** A list of a provider's. Provider inputs that are not strings travel as JSON in a string. */
function plainList(value: Value | undefined): readonly unknown[] {
  if (value?.state !== "known") return [];
  const list = typeof value.value === "string" ? parse(value.value) : value.value;
  return Array.isArray(list) ? list : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
