import { type Added, OutputOf } from "./row";

const ENVIRONMENT = /\bprod\b/g;
const IDS: Readonly<Record<string, string>> = { "888888888888": "555555555555" };

/** A resource that a row adds to prod, as it is in dev: with its names, account and tags. */
export const inDev = (one: Added): Added => ({ ...one, props: renamed(one.props) as Added["props"] });

function renamed(value: unknown): unknown {
  if (value instanceof OutputOf) return new OutputOf(value.type, text(value.name), value.output);
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, renamed(one)]));
}

const text = (found: string): string =>
  Object.entries(IDS).reduce(
    (all, [prod, dev]) => all.replaceAll(prod, dev),
    found.replace(ENVIRONMENT, "dev"),
  );
