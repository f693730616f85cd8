import { parse } from "yaml";
import {
  deferred,
  type Finding,
  isTrue,
  judgeValue,
  mustBe,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";
import type { Verdict } from "../../core";
import { type JsonDefinition, jsonOf } from "../../sagemaker/json-property";
import { openOperations } from "./open-operations";

const METHOD = "aws:apigateway/method:Method";
const ROUTE = "aws:apigatewayv2/route:Route";
const REST_API = "aws:apigateway/restApi:RestApi";
const HTTP_API = "aws:apigatewayv2/api:Api";
const GRAPHQL = "aws:appsync/graphQLApi:GraphQLApi";
const IDENTITY_POOL = "aws:cognito/identityPool:IdentityPool";

/** Where services say how callers are told apart, and what leaves them unasked. Unset is `NONE`. */
const AUTHORIZERS: Readonly<Record<string, string>> = {
  "aws:bedrock/agentcoreGateway:AgentcoreGateway": "authorizerType",
  "aws:vpclattice/service:Service": "authType",
  "aws:vpclattice/serviceNetwork:ServiceNetwork": "authType",
};

export const apiAuthorized: ResourceControl = {
  kind: "resource",
  name: "api-authorized",
  description: "Every method and route of an API, and every pool of identities, asks who is calling.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A method without an authorizer answers everyone who knows the address, and runs the model or the function behind it at your cost. An API key tells clients apart, it does not authorize them.",
  fix: {
    text: "Authorize by IAM, by a JWT or Cognito authorizer, or by a function.",
    code: `new apigateway.Method("predict", { ..., httpMethod: "POST", authorization: "AWS_IAM" });
new apigatewayv2.Route("predict", { ..., routeKey: "POST /predict", authorizationType: "AWS_IAM" });`,
  },
  frameworks: {
    nist: ["AC-3", "CM-2"],
    fsbp: ["APIGateway.8", "AppSync.5"],
    checkov: ["CKV_AWS_59", "CKV_AWS_309", "CKV_AWS_366"],
  },
  types: [METHOD, ROUTE, REST_API, HTTP_API, GRAPHQL, IDENTITY_POOL, ...Object.keys(AUTHORIZERS)],
  check: (subject) => {
    switch (subject.type) {
      case METHOD:
        return asksNobody(subject, "httpMethod", /^OPTIONS$/i) ? [] : mustAuthorize(subject, "authorization");
      case ROUTE:
        return asksNobody(subject, "routeKey", /^OPTIONS /i)
          ? []
          : mustAuthorize(subject, "authorizationType");
      case REST_API:
      case HTTP_API:
        return judgeApi(subject);
      case GRAPHQL:
        return judgeGraphql(subject);
      case IDENTITY_POOL:
        return mustBe(subject, "allowUnauthenticatedIdentities", (value) => !isTrue(value), "false", {
          unset: true,
        });
      default:
        return mustAuthorize(subject, AUTHORIZERS[subject.type] ?? "authType");
    }
  },
};

/** A browser asks with OPTIONS before it sends credentials: https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html */
function asksNobody(subject: Subject, property: string, preflight: RegExp): boolean {
  const value = subject.properties.get(property);
  return value.state === "known" && preflight.test(String(value.value));
}

function mustAuthorize(subject: Subject, property: string): readonly Finding[] {
  return mustBe(subject, property, (value) => String(value).toUpperCase() !== "NONE", "an authorizer");
}

/**
 * An API may be made with a target, and has a route then that takes everything and to which no authorizer can be
 * given; or with an OpenAPI document. One without either has methods and routes beside it.
 */
function judgeApi(api: Subject): Verdict {
  const target = api.properties.get("target");
  const body = documentOf(api);
  if (target.state === "unset" && body.state === "unset") return "not-applicable";
  const open = body.state === "read" ? openOperations(body.value, "body") : [];
  return [
    ...(target.state === "unset"
      ? []
      : [violation(api, "target", target, "routes of their own, each with an authorizer")]),
    ...(body.state === "unknown" ? [deferred(api, "body")] : []),
    ...(body.state === "unreadable"
      ? [violation(api, "body", "no JSON or YAML", "an OpenAPI document")]
      : []),
    ...open.map((path) => violation(api, path, "no security scheme", "an authorizer")),
  ];
}

/** API Gateway takes documents in JSON and in YAML. */
function documentOf(api: Subject): JsonDefinition {
  const body = jsonOf(api, "body");
  const text = api.properties.get("body");
  if (body.state !== "unreadable" || text.state !== "known") return body;
  try {
    const value = parse(String(text.value)) as unknown;
    return typeof value === "object" && value !== null ? { state: "read", value } : body;
  } catch {
    return body;
  }
}

function judgeGraphql(api: Subject): readonly Finding[] {
  const isNoKey = (value: unknown) => value !== "API_KEY";
  const additional = api.properties.list("additionalAuthenticationProviders");
  return [
    ...mustBe(api, "authenticationType", isNoKey, "an authorizer, not an API key"),
    ...(additional.state === "unknown" ? [deferred(api, "additionalAuthenticationProviders")] : []),
    ...(additional.state === "known" ? additional.value : []).flatMap(({ path, properties }) =>
      judgeValue(
        api,
        `${path}.authenticationType`,
        properties.get("authenticationType"),
        isNoKey,
        "an authorizer, not an API key",
      ),
    ),
  ];
}
