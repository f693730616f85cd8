type Part = Readonly<Record<string, unknown>>;

/** The policy text that `getPolicyDocument` makes of its arguments: a list of one becomes a plain string. */
export function policyDocument(args: Part): string {
  const statements = Array.isArray(args.statements) ? (args.statements as Part[]) : [];
  const document = {
    Version: typeof args.version === "string" ? args.version : "2012-10-17",
    ...(typeof args.policyId === "string" ? { Id: args.policyId } : {}),
    Statement: statements.map(statement),
  };
  return JSON.stringify(document, undefined, 2);
}

function statement(source: Part): Part {
  const fields: [string, unknown][] = [
    ["Sid", source.sid],
    ["Effect", source.effect ?? "Allow"],
    ["Action", oneOrMany(source.actions)],
    ["NotAction", oneOrMany(source.notActions)],
    ["Resource", oneOrMany(source.resources)],
    ["NotResource", oneOrMany(source.notResources)],
    ["Principal", principals(source.principals)],
    ["NotPrincipal", principals(source.notPrincipals)],
    ["Condition", conditions(source.conditions)],
  ];
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined && value !== ""));
}

function oneOrMany(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.length === 1 ? value[0] : value;
}

function principals(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const byType: Record<string, unknown[]> = {};
  for (const { type, identifiers } of value as { type: string; identifiers: unknown[] }[]) {
    if (type === "*" && identifiers.includes("*")) return "*";
    (byType[type] ??= []).push(...identifiers);
  }
  return Object.fromEntries(
    Object.entries(byType).map(([type, identifiers]) => [type, oneOrMany(identifiers)]),
  );
}

function conditions(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const byTest: Record<string, Record<string, unknown>> = {};
  for (const { test, variable, values } of value as { test: string; variable: string; values: unknown[] }[]) {
    (byTest[test] ??= {})[variable] = oneOrMany(values);
  }
  return byTest;
}
