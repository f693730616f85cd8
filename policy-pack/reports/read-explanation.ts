import type { ReportedDeferral, ReportedViolation, UsedException } from "../contract/report";

/** What an explanation says of its violation, besides what the control itself knows. */
export type Explained = Pick<
  ReportedViolation,
  "property" | "found" | "required" | "path" | "finding" | "exception" | "expiredException"
>;

/** Reads back what `explain` wrote; undefined when the text is none of its explanations. The engine ends it with a line break. */
export function readExplanation(message: string): Explained | undefined {
  const lines = message.trimEnd().split("\n");
  const property = /^.*?\): (.*)$/.exec(lines[0] ?? "")?.[1];
  const found = field(lines, "found");
  const required = field(lines, "required");
  if (property === undefined || found === undefined || required === undefined) return undefined;
  const path = field(lines, "path")?.split(" → ");
  const finding = / finding "(.*)"\)$/.exec(lines.at(-1) ?? "")?.[1];
  return {
    property,
    found,
    required,
    ...(path === undefined ? {} : { path }),
    ...(finding === undefined ? {} : { finding }),
    ...exceptionOf(field(lines, "exception")),
  };
}

/** Reads back what the engine is told of a judgement that waits; undefined when the text is something else. */
export function readDeferral(message: string): Pick<ReportedDeferral, "property" | "level"> | undefined {
  const match =
    /\): (.+) is not known before deployment; it is judged at `up`, where it counts as (mandatory|advisory)\.$/.exec(
      message.trimEnd(),
    );
  const [, property, level] = match ?? [];
  return property === undefined ? undefined : { property, level: level === "mandatory" ? level : "advisory" };
}

function field(lines: readonly string[], name: string): string | undefined {
  const start = `  ${name}:`;
  return lines
    .find((line) => line.startsWith(start))
    ?.slice(start.length)
    .trim();
}

function exceptionOf(words: string | undefined): Pick<Explained, "exception" | "expiredException"> {
  const used = /^(\S+) \((\S+)\), until (\S+), (-?\d+) days left$/.exec(words ?? "");
  if (used !== null) return { exception: toException(used) };
  const gone = /^(\S+) \((\S+)\) expired on (\S+?)(?:, (\d+) days ago)?$/.exec(words ?? "");
  if (gone === null) return {};
  const [whole, id, ticket, expiresOn, ago = "1"] = gone;
  return {
    expiredException: toException([whole, id ?? "", ticket ?? "", expiresOn ?? "", String(1 - Number(ago))]),
  };
}

function toException([
  ,
  id = "",
  ticket = "",
  expiresOn = "",
  daysLeft = "0",
]: readonly string[]): UsedException {
  return { id, ticket, expiresOn, daysLeft: Number(daysLeft) };
}
