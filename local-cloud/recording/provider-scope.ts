/** The account and region that a provider acts in, as its inputs say. */
export interface ProviderScope {
  readonly urn: string;
  readonly account: string;
  readonly region: string;
}

/** Provider inputs arrive as JSON texts where they are not strings. */
function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Reads a provider's account from `allowedAccountIds`, or from the role that it assumes. */
export function providerScope(urn: string, inputs: Readonly<Record<string, unknown>>): ProviderScope {
  const allowed = parsed(inputs["allowedAccountIds"]);
  const roles = parsed(inputs["assumeRoles"]);
  const fromRole = Array.isArray(roles)
    ? /^arn:[^:]+:iam::(\d{12}):/.exec(String(roles.at(-1)?.roleArn))?.[1]
    : undefined;
  const fromList = Array.isArray(allowed) && allowed.length === 1 ? String(allowed[0]) : undefined;
  return { urn, account: fromList ?? fromRole ?? "", region: text(inputs["region"]) };
}
