import { join } from "../../core";

/** What OpenAPI calls the operations of a path, and API Gateway's own for all of them. */
const METHODS = /^(get|put|post|delete|head|patch|trace|x-amazon-apigateway-any-method)$/i;

/**
 * The operations of an OpenAPI document that name no security scheme, by their paths. One may name it for all of
 * them; an empty list takes it away again. OPTIONS is the browser's question before it sends credentials.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html
 */
export function openOperations(document: object, path: string): readonly string[] {
  const whole = membersOf(document);
  const secured = isSecured(whole.security);
  return Object.entries(membersOf(whole.paths)).flatMap(([route, operations]) =>
    Object.entries(membersOf(operations)).flatMap(([method, operation]) => {
      const own = membersOf(operation).security;
      const isOpen = own === undefined ? !secured : !isSecured(own);
      return METHODS.test(method) && isOpen ? [join(join(join(path, "paths"), route), method)] : [];
    }),
  );
}

/** An empty requirement among others, `{}`, makes them optional. */
function isSecured(security: unknown): boolean {
  return (
    Array.isArray(security) &&
    security.length > 0 &&
    security.every((one) => Object.keys(membersOf(one)).length > 0)
  );
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
