import type { Finding } from "../contract/control";
import { deferred, violation } from "../core/findings";
import type { OwnedDocument } from "./identity-documents";
import { allowing, unknownParts } from "./document";
import type { Field } from "./field";
import type { Statement } from "./statement";

/** Findings for every statement of a document that allows; what is unknown of the document is deferred. */
export function judgeAllowing(
  { subject, document }: OwnedDocument,
  judge: (statement: Statement) => readonly Finding[],
): readonly Finding[] {
  const later = unknownParts(document).map((path) => deferred(subject, path));
  return [...allowing(document).flatMap(judge), ...later];
}

/** A violation when a document is set but is no policy document, so that nothing of it could be judged. */
export function judgeReadable({ subject, document }: OwnedDocument): readonly Finding[] {
  if (document.state !== "unreadable") return [];
  return [
    violation(subject, document.path, "no policy document", "a policy document: JSON with a Statement"),
  ];
}

/** What is deferred because strings of a field are not known yet. */
export function deferredIn(
  { subject }: OwnedDocument,
  ...fields: readonly Pick<Field, "unknown">[]
): readonly Finding[] {
  return fields.flatMap((field) => field.unknown.map((path) => deferred(subject, path)));
}
