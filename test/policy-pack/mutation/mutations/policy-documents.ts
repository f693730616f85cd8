import type { Edit, Mutation, Path } from "../mutant";
import { replaced } from "../mutant";

/** An account that is nobody's: AWS's own documentation uses it. */
export const FOREIGN_ACCOUNT = "123456789012";
const FOREIGN_ROOT = `arn:aws:iam::${FOREIGN_ACCOUNT}:root`;

type Fields = Readonly<Record<string, unknown>>;

/** A change within a policy document, and how its class names the place. */
interface DocumentEdit {
  readonly at: Path;
  readonly place: string;
  readonly kind: string;
  readonly value: unknown;
}

/** Breaks a policy document, given as JSON: more allowed, less denied, conditions dropped. */
export const policyDocuments: Mutation = ({ path, value }) => {
  const document = documentIn(value);
  if (document === undefined) return [];
  const statements = asList(document.Statement);
  const property = path.join(".");
  return statements.flatMap((statement, i) =>
    statementEdits(statement as Fields).map(({ at, place, kind, value: next }): Edit => {
      const broken = { ...document, Statement: replaced(statements, [i, ...at], next) };
      const { Sid: sid = "" } = statement as { Sid?: string };
      return {
        path,
        kind,
        value: JSON.stringify(broken),
        property: `${property} › ${sid}${place}`,
      };
    }),
  );
};

/** The document that a text holds. Undefined when it holds none. */
export function documentIn(value: unknown): Fields | undefined {
  if (typeof value !== "string" || !value.startsWith("{")) return undefined;
  try {
    const parsed = JSON.parse(value) as Fields;
    return parsed.Statement === undefined ? undefined : parsed;
  } catch {
    return undefined;
  }
}

function statementEdits(statement: Fields): readonly DocumentEdit[] {
  return statement.Effect === "Deny"
    ? [...denyEdits(statement), ...conditionEdits(statement, "Deny")]
    : [...allowEdits(statement), ...conditionEdits(statement, "Allow")];
}

/** A Deny taken away, turned round, or narrowed to a part of what it forbade. */
function denyEdits(statement: Fields): readonly DocumentEdit[] {
  const edits: DocumentEdit[] = [
    { at: [], place: "", kind: "removed", value: undefined },
    { at: ["Effect"], place: ".Effect", kind: "turned to Allow", value: "Allow" },
    {
      at: [],
      place: ".Principal",
      kind: "narrowed to one account",
      value: { ...statement, Principal: { AWS: FOREIGN_ROOT } },
    },
  ];
  const listEdits = ["Action", "Resource"].flatMap((field) => {
    const list = asList(statement[field]);
    const narrowed = { at: [field], place: `.${field}`, kind: "narrowed", value: [narrow(field, list)] };
    const without = list.map((_, i) => ({
      at: [field],
      place: `.${field}`,
      kind: "one removed",
      value: list.filter((_other, j) => j !== i),
    }));
    return statement[field] === undefined ? [] : list.length > 1 ? [narrowed, ...without] : [narrowed];
  });
  return statement.Principal === undefined ? [...edits.slice(0, 2), ...listEdits] : [...edits, ...listEdits];
}

const narrow = (field: string, list: readonly unknown[]): unknown =>
  field === "Action" ? "s3:GetObjectTorrent" : String(list[0]).replace(/\*?$/, "/only-this");

/** An Allow widened: actions, resources, principals. Taking a permission away is no weakness, so none is taken. */
function allowEdits(statement: Fields): readonly DocumentEdit[] {
  const edits: DocumentEdit[] = [];
  const widen = (field: string, kind: string, value: unknown) =>
    edits.push({ at: [field], place: `.${field}`, kind: `widened to ${kind}`, value });

  const [firstAction = ""] = asList(statement.Action).map(String);
  const [service = ""] = firstAction.split(":");
  if (statement.Action !== undefined) {
    widen("Action", "*", "*");
    if (firstAction !== `${service}:*`) widen("Action", "the service", `${service}:*`);
    edits.push(renamed(statement, "Action", "NotAction"));
  }
  if (statement.Resource !== undefined) {
    if (!asList(statement.Resource).includes("*")) widen("Resource", "*", "*");
    edits.push(renamed(statement, "Resource", "NotResource"));
  }
  if (statement.Principal !== undefined) {
    if (!isEveryone(statement.Principal)) widen("Principal", "*", "*");
    widen("Principal", "AWS *", { AWS: "*" });
    widen("Principal", "a foreign account", { AWS: FOREIGN_ROOT });
    edits.push(renamed(statement, "Principal", "NotPrincipal"));
  }
  return edits.filter((edit) => JSON.stringify(statement[String(edit.at[0])]) !== JSON.stringify(edit.value));
}

/** Everything but what is named. */
function renamed(statement: Fields, field: string, negated: string): DocumentEdit {
  const { [field]: names, ...rest } = statement;
  return { at: [], place: `.${field}`, kind: "negated", value: { ...rest, [negated]: names } };
}

/** Each condition left out, all left out, and each widened to any value. Of a Deny, wider means that it never holds. */
function conditionEdits(statement: Fields, effect: "Allow" | "Deny"): readonly DocumentEdit[] {
  const condition = statement.Condition as Readonly<Record<string, Fields>> | undefined;
  if (condition === undefined) return [];
  const { Condition: _all, ...without } = statement;
  const single = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.keys(keys).flatMap((key): DocumentEdit[] => {
      const place = `.Condition.${operator}.${key}`;
      const less = dropped(condition, operator, key);
      const widened = { ...less, [effect === "Allow" ? "StringLike" : "StringEquals"]: { [key]: "*" } };
      return [
        ...(effect === "Allow" ? [{ at: ["Condition"], place, kind: "removed", value: less }] : []),
        { at: ["Condition"], place, kind: "widened", value: widened },
      ];
    }),
  );
  const whole = { at: [], place: ".Condition", kind: "all removed", value: without };
  return effect === "Allow" ? [...single, whole] : single;
}

function dropped(condition: Readonly<Record<string, Fields>>, operator: string, key: string): Fields {
  const entries = Object.entries(condition).map(([name, keys]): [string, Fields] => [
    name,
    name === operator ? Object.fromEntries(Object.entries(keys).filter(([one]) => one !== key)) : keys,
  ]);
  return Object.fromEntries(entries.filter(([, keys]) => Object.keys(keys).length > 0));
}

function isEveryone(principal: unknown): boolean {
  return principal === "*";
}

const asList = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
