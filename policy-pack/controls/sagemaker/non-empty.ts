import { deferredBlock, type Finding, type Subject, UNSET, violation } from "../../core";

/** A violation when a list is absent or has fewer elements than are needed. A list whose length is unknown is fine: it is set. */
export function mustBeNonEmptyList(
  subject: Subject,
  property: string,
  required: string,
  fewest = 1,
): readonly Finding[] {
  const list = subject.properties.list(property);
  if (list.state === "unknown") return deferredBlock(subject, property);
  if (list.state === "unset" || list.value.length === 0)
    return [violation(subject, property, UNSET, required)];
  return list.value.length >= fewest
    ? []
    : [violation(subject, property, `${list.value.length} of them`, required)];
}
