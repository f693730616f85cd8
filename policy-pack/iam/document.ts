import type { Value } from "../contract/value";
import { join } from "../core/path";
import { remembering, rememberingFor } from "../core/remembering";
import { elements, member } from "./field";
import { type Statement, statementOf } from "./statement";

/** A policy document as far as it is known. */
export type PolicyDocument =
  | { readonly state: "unset" }
  /** It is known, but is no policy document: nothing of it can be judged. */
  | { readonly state: "unreadable"; readonly path: string }
  | {
      readonly state: "read";
      readonly statements: readonly Statement[];
      /** Where the document, or a statement of it, is known only after deployment. */
      readonly unknown: readonly string[];
    };

/**
 * Reads a policy document: JSON in a string or an object, its statement one or a list, any part of it perhaps
 * unknown.
 * @param path Where the document stands in its resource: `policy`, `inlinePolicies[0].policy`.
 */
export function documentOf(value: Value, path: string): PolicyDocument {
  if (value.state === "unset") return { state: "unset" };
  if (value.state === "unknown") return { state: "read", statements: [], unknown: [path] };
  return typeof value.value === "string"
    ? documentAt(path)(value.value)
    : documentOfParsed(value.value, path);
}

/** At each path, a text is read once for all the controls that ask. */
const documentAt = remembering((path) =>
  remembering((text): PolicyDocument => documentOfParsed(parse(text), path)),
);

function documentOfParsed(parsed: unknown, path: string): PolicyDocument {
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    return { state: "unreadable", path };
  return read(parsed, path);
}

function read(document: object, path: string): PolicyDocument {
  const found = member(document, "Statement");
  if (found.value.state === "unset") return { state: "unreadable", path };
  const all = elements(found.value, join(path, found.name));
  const statements = all.flatMap((each) =>
    each.value.state === "known" ? [statementOf(each.value.value, each.path)] : [],
  );
  return {
    state: "read",
    statements: statements.filter((statement) => statement.effect !== "unknown"),
    unknown: [
      ...all.flatMap((each) => (each.value.state === "unknown" ? [each.path] : [])),
      ...statements.flatMap((each) => (each.effect === "unknown" ? [join(each.path, "Effect")] : [])),
    ],
  };
}

/** The statements that allow. */
export function allowing(document: PolicyDocument): readonly Statement[] {
  return document.state === "read" ? thoseThatAllow(document.statements) : [];
}

const thoseThatAllow = rememberingFor((statements: readonly Statement[]): readonly Statement[] =>
  statements.filter((each) => each.effect === "Allow"),
);

/** Where a document is unknown as a whole or by the statement. */
export function unknownParts(document: PolicyDocument): readonly string[] {
  return document.state === "read" ? document.unknown : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
