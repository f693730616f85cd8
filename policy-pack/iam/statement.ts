import type { Value } from "../contract/value";
import { join } from "../core/path";
import { readOwn } from "../core/read";
import { type Field, fieldAt, fieldOf, type Located, member } from "./field";

/** A principal as it is written: its kind (`AWS`, `Service`, `Federated`, `CanonicalUser`, or `*`) and its value. */
export interface WrittenPrincipal extends Located {
  readonly kind: string;
}

export interface Principals {
  readonly present: boolean;
  readonly values: readonly WrittenPrincipal[];
  readonly unknown: readonly string[];
}

/** One line of a condition: `StringEquals`, `aws:PrincipalOrgID`, and its values. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly path: string;
  readonly values: Field;
}

/** One statement of a policy document, with single strings and lists read alike. */
export interface Statement {
  readonly path: string;
  readonly effect: "Allow" | "Deny" | "unknown";
  readonly actions: Field;
  readonly notActions: Field;
  readonly resources: Field;
  readonly notResources: Field;
  readonly principals: Principals;
  readonly notPrincipals: Principals;
  readonly conditions: readonly Condition[];
  /** Where a whole part of the condition is known only after deployment. */
  readonly unknownConditions: readonly string[];
}

/** Reads one statement, an object whose parts may be unknown. */
export function statementOf(raw: unknown, path: string): Statement {
  return {
    path,
    effect: effectOf(member(raw, "Effect").value),
    actions: fieldAt(raw, "Action", path),
    notActions: fieldAt(raw, "NotAction", path),
    resources: fieldAt(raw, "Resource", path),
    notResources: fieldAt(raw, "NotResource", path),
    principals: principalsAt(raw, "Principal", path),
    notPrincipals: principalsAt(raw, "NotPrincipal", path),
    ...conditionsAt(raw, path),
  };
}

/** An effect that is neither word is refused by AWS; until then it is read as the worse one. */
function effectOf(value: Value): Statement["effect"] {
  if (value.state === "unknown") return "unknown";
  return value.state === "known" && String(value.value).toLowerCase() === "deny" ? "Deny" : "Allow";
}

function principalsAt(raw: unknown, name: string, path: string): Principals {
  const found = member(raw, name);
  const at = join(path, found.name);
  if (found.value.state !== "known") {
    const unknown = found.value.state === "unknown" ? [at] : [];
    return { present: unknown.length > 0, values: [], unknown };
  }
  const block = found.value.value;
  const parts = isBlock(block)
    ? Object.keys(block).map((kind) => ({ kind, field: fieldOf(readOwn(block, kind), join(at, kind)) }))
    : [{ kind: "*", field: fieldOf(found.value, at) }];
  return {
    present: true,
    values: parts.flatMap(({ kind, field }) => field.values.map((value) => ({ ...value, kind }))),
    unknown: parts.flatMap(({ field }) => field.unknown),
  };
}

function conditionsAt(raw: unknown, path: string): Pick<Statement, "conditions" | "unknownConditions"> {
  const found = member(raw, "Condition");
  const at = join(path, found.name);
  if (found.value.state === "unknown") return { conditions: [], unknownConditions: [at] };
  if (found.value.state === "unset" || !isBlock(found.value.value))
    return { conditions: [], unknownConditions: [] };
  const block = found.value.value;
  const unknownConditions: string[] = [];
  const conditions = Object.keys(block).flatMap((operator): readonly Condition[] => {
    const keys = readOwn(block, operator);
    if (keys.state === "unknown") unknownConditions.push(join(at, operator));
    if (keys.state !== "known" || !isBlock(keys.value)) return [];
    const lines = keys.value;
    return Object.keys(lines).map((key) => {
      const line = join(join(at, operator), key);
      return { operator, key, path: line, values: fieldOf(readOwn(lines, key), line) };
    });
  });
  return { conditions, unknownConditions };
}

function isBlock(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
