import type { Properties, Subject } from "../contract/subject";
import { providerInput } from "../core/provider-input";
import { rememberingFor } from "../core/remembering";
import { parseArn } from "./arn";

/**
 * The account that a resource is in, as its provider says: the one account that it allows, else that of the role
 * it assumes. Undefined when it cannot be told; every account is then a foreign one.
 */
export function accountOf({ provider }: Pick<Subject, "provider">): string | undefined {
  return provider === undefined ? undefined : accountOfProvider(provider);
}

const accountOfProvider = rememberingFor(
  (provider: Properties) =>
    single(provider, "allowedAccountIds", (entry) => entry) ??
    single(provider, "assumeRoles", accountOfAssumedRole),
);

/** What is read from the only entry of a list of the provider's; undefined when there is not exactly one. */
function single(provider: Properties, input: string, read: (entry: unknown) => unknown): string | undefined {
  const list = providerInput(provider, input);
  if (list.state !== "known" || !Array.isArray(list.value) || list.value.length !== 1) return undefined;
  const entry = read(list.value[0]);
  return typeof entry === "string" ? entry : undefined;
}

function accountOfAssumedRole(entry: unknown): string | undefined {
  const role = typeof entry === "object" && entry !== null && "roleArn" in entry ? entry.roleArn : undefined;
  return typeof role === "string" ? parseArn(role)?.account : undefined;
}
