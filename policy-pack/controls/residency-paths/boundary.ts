import { deferred, type Finding, type PackSettings, type Subject, type Value, violation } from "../../core";
import { parseArn } from "../../iam/arn";

/** The regions and accounts that data stays in. An empty list is not judged. */
export interface Boundary {
  readonly regions: readonly string[];
  readonly accounts: readonly string[];
}

export function boundaryOf(settings: PackSettings): Boundary {
  return { regions: settings.allowedRegions, accounts: Object.values(settings.accounts).flat() };
}

type Judge = (subject: Subject, path: string, value: Value, boundary: Boundary) => readonly Finding[];

export const judgeRegion: Judge = (subject, path, value, { regions }) =>
  judgeWithin(subject, path, value, regions, "a region");

export const judgeAccount: Judge = (subject, path, value, { accounts }) =>
  judgeWithin(subject, path, value, accounts, "an account");

/** An ARN without a region or an account says nothing of it. */
export const judgeArn: Judge = (subject, path, value, { regions, accounts }) => {
  if (value.state === "unknown") return [deferred(subject, path)];
  const arn = value.state === "known" ? parseArn(String(value.value)) : undefined;
  if (arn === undefined) return [];
  const isForeign = (part: string, allowed: readonly string[]) =>
    part !== "" && allowed.length > 0 && !allowed.includes(part);
  if (!isForeign(arn.region, regions) && !isForeign(arn.account, accounts)) return [];
  return [violation(subject, path, value, requiredOf({ regions, accounts }))];
};

const requiredOf = ({ regions, accounts }: Boundary): string =>
  `a copy in ${regions.length === 0 ? "any region" : regions.join(", ")}, in an account of the company${
    accounts.length === 0 ? "" : `: ${accounts.join(", ")}`
  }`;

function judgeWithin(
  subject: Subject,
  path: string,
  value: Value,
  allowed: readonly string[],
  what: string,
): readonly Finding[] {
  if (allowed.length === 0 || value.state === "unset") return [];
  if (value.state === "unknown") return [deferred(subject, path)];
  return allowed.includes(String(value.value))
    ? []
    : [violation(subject, path, value, `${what} of ${allowed.join(", ")}`)];
}
