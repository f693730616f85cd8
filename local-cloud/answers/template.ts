import type { AnswerContext } from "./answer";
import { generated, generatedUuid, type Alphabet } from "./generated";

/** What a template may name: the inputs, the context's own fields, and `id` and `arn` once they are decided. */
export interface TemplateSource {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly context: AnswerContext;
  readonly id?: string;
  readonly arn?: string;
}

/**
 * Fills the `{…}` of a template:
 * `{name}`, `{vpcId}`, `{a.b}` an input; `{vpcId|name}` the first of them that is set;
 * `{account}`, `{region}`, `{partition}` the context; `{id}`, `{arn}` what was decided before;
 * `{logicalName}` the name in the program; `{rootPath}` the path `/`, for `{path|rootPath}`;
 * `{wafScope}` the input `scope` of WAF as it stands in ARNs, `global` or `regional`;
 * `{name starting /}` an input with a `/` before it, unless it has one;
 * `{hex:17}`, `{digits:12}`, `{lower:10}`, `{upper:17}`, `{uuid}` generated, stable for the resource;
 * `{hex:16:other}` a second value of the same length.
 * An input that is not set becomes the resource's logical name and seven generated digits.
 */
export function fill(template: string, source: TemplateSource): string {
  return template.replace(/\{([^{}]+)\}/g, (_, expression: string) => resolve(expression, source));
}

/** `fill` on every string inside a value. */
export function fillDeep(value: unknown, source: TemplateSource): unknown {
  if (typeof value === "string") return fill(value, source);
  if (Array.isArray(value)) return value.map((element) => fillDeep(element, source));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillDeep(inner, source)]));
}

function resolve(expression: string, source: TemplateSource): string {
  const { context } = source;
  if (expression === "uuid") return generatedUuid(context);
  const chosen = /^(hex|digits|lower|upper):(\d+)(?::(\w+))?$/.exec(expression);
  if (chosen) return generated(context, chosen[1] as Alphabet, Number(chosen[2]), chosen[3]);
  const [, inner, start] = /^(.+) starting (\S+)$/.exec(expression) ?? [];
  if (inner !== undefined && start !== undefined) {
    const value = resolve(inner, source);
    return value.startsWith(start) ? value : start + value;
  }
  for (const path of expression.split("|")) {
    const value = named(path, source);
    if (value !== undefined) return value;
  }
  return `${context.name}-${generated(context, "hex", 7)}`;
}

function named(path: string, source: TemplateSource): string | undefined {
  if (path === "account" || path === "partition") return source.context[path];
  if (path === "region") return text(source.inputs.region) ?? source.context.region;
  if (path === "rootPath") return "/";
  if (path === "wafScope") return source.inputs.scope === "CLOUDFRONT" ? "global" : "regional";
  if (path === "logicalName") return source.context.name;
  if ((path === "id" || path === "arn") && source[path] !== undefined) return source[path];
  let value: unknown = source.inputs;
  for (const key of path.split(".")) {
    value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  return text(value);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
