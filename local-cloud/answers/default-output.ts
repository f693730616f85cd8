import type { AnswerContext } from "./answer";
import { generated } from "./generated";
import { CREATED_AT } from "./resource-facts";
import type { OutputKind } from "./sdk-shape";

/** A likely value for an output that the table says nothing of, from its name and kind. */
export function defaultOutput(name: string, kind: OutputKind, type: string, context: AnswerContext): unknown {
  switch (kind) {
    case "number":
      return /version/i.test(name) ? 1 : 0;
    case "boolean":
      return false;
    case "list":
      return [];
    case "map":
    case "object":
      return {};
    case "string":
      return defaultText(name, type, context);
  }
}

function defaultText(name: string, type: string, context: AnswerContext): string {
  if (name === "region" || name.endsWith("Region")) return context.region;
  if (/^(ownerId|accountId|awsAccountId|registryId|catalogId)$/.test(name)) return context.account;
  if (/(Date|Time|At)$/.test(name)) return CREATED_AT;
  if (/(status|state)$/i.test(name)) return "ACTIVE";
  if (name === "arn" || name.endsWith("Arn")) return genericArn(type, context);
  return `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-${generated(context, "hex", 8, name)}`;
}

function genericArn(type: string, context: AnswerContext): string {
  const [, service = "service", kind = "resource"] = /^\w+:(\w+)\/(\w+):/.exec(type) ?? [];
  return `arn:${context.partition}:${service}:${context.region}:${context.account}:${kind}/${context.name}-${generated(context, "hex", 7)}`;
}
