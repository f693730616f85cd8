import { join } from "../../core";

/** What OpenAPI calls the operations of a path, and API Gateway's own for all of them. */
const METHODS = /^(get|put|post|delete|head|patch|trace|x-amazon-apigateway-any-method)$/i;

/**
 * The operations of an OpenAPI document that name no authorizer, by their paths. One may be named for all of them; an
 * empty list takes it away again. OPTIONS is the browser's question before it sends credentials.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html
 */
export function openOperations(document: object, path: string): readonly string[] {
  const whole = membersOf(document);
  const authorizers = authorizersOf(whole);
  const secured = isSecured(whole.security, authorizers);
  return Object.entries(membersOf(whole.paths)).flatMap(([route, operations]) =>
    Object.entries(membersOf(operations)).flatMap(([method, operation]) => {
      const own = membersOf(operation).security;
      const isOpen = own === undefined ? !secured : !isSecured(own, authorizers);
      const asks = METHODS.test(method) && isOpen && !asksForSignature(operation);
      return asks ? [join(join(join(path, "paths"), route), method)] : [];
    }),
  );
}

/**
 * The schemes that have an authorizer. One without is an API key, which meters callers and tells nobody who they are.
 * OpenAPI 3 keeps them under `components`, version 2 at the top.
 */
function authorizersOf(whole: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const schemes = {
    ...membersOf(whole.securityDefinitions),
    ...membersOf(membersOf(whole.components).securitySchemes),
  };
  const names = Object.entries(schemes).flatMap(([name, scheme]) =>
    ["x-amazon-apigateway-authorizer", "x-amazon-apigateway-authtype"].some(
      (extension) => membersOf(scheme)[extension] !== undefined,
    )
      ? [name]
      : [],
  );
  return new Set(names);
}

/** Requirements are alternatives: one without an authorizer, `{}` among them, makes the others optional. */
function isSecured(security: unknown, authorizers: ReadonlySet<string>): boolean {
  return (
    Array.isArray(security) &&
    security.length > 0 &&
    security.every((one) => Object.keys(membersOf(one)).some((name) => authorizers.has(name)))
  );
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-auth.html */
function asksForSignature(operation: unknown): boolean {
  return membersOf(membersOf(operation)["x-amazon-apigateway-auth"]).type === "AWS_IAM";
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
