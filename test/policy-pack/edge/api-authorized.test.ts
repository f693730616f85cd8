import { apiAuthorized as control } from "../../../policy-pack/controls/edge/api-authorized";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const method = (props: Declared["props"]) => [
  declare("apigateway/method:Method", "m", { httpMethod: "POST", ...props }),
];
const route = (props: Declared["props"]) => [
  declare("apigatewayv2/route:Route", "r", { routeKey: "POST /predict", ...props }),
];
const graphql = (props: Declared["props"]) => [declare("appsync/graphQLApi:GraphQLApi", "g", props)];

describe("api-authorized", () => {
  it("passes methods and routes that ask who is calling, and the browser's question before", () => {
    passes(control, method({ authorization: "AWS_IAM" }));
    passes(control, method({ authorization: "CUSTOM", authorizerId: "a" }));
    passes(control, method({ httpMethod: "OPTIONS", authorization: "NONE" }));
    passes(control, route({ authorizationType: "JWT", authorizerId: "a" }));
    passes(control, route({ routeKey: "OPTIONS /predict" }));
  });

  it("refuses those that ask nobody, with an API key too", () => {
    violates(control, method({ authorization: "NONE" }), ["m (apigateway/method): authorization"]);
    violates(control, method({ authorization: "NONE", apiKeyRequired: true }), [
      "m (apigateway/method): authorization",
    ]);
    violates(control, method({ httpMethod: "ANY", authorization: "none" }), [
      "m (apigateway/method): authorization",
    ]);
    violates(control, route({ authorizationType: "NONE" }), ["r (apigatewayv2/route): authorizationType"]);
    violates(control, route({}), ["r (apigatewayv2/route): authorizationType"]);
    violates(control, route({ routeKey: "$default" }), ["r (apigatewayv2/route): authorizationType"]);
  });

  it("refuses an API that is made with its target, and leaves one with routes to them", () => {
    const api = (props: Declared["props"]) => [
      declare("apigatewayv2/api:Api", "a", { protocolType: "HTTP", ...props }),
    ];
    violates(control, api({ target: "arn:aws:lambda:eu-central-1:222222222222:function:f" }), [
      "a (apigatewayv2/api): target",
    ]);
    notApplicable(control, api({}));
  });

  for (const type of ["apigateway/restApi:RestApi", "apigatewayv2/api:Api"])
    it(`reads the OpenAPI document of ${type}`, () => {
      const api = (document: object) => [declare(type, "a", { body: JSON.stringify(document) })];
      const line = (path: string) => [`a (${type.split(":")[0] ?? ""}): body.paths.${path}`];
      const IAM = [{ sigv4: [] }];
      const header = { type: "apiKey", name: "Authorization", in: "header" };
      const components = {
        securitySchemes: {
          sigv4: { ...header, "x-amazon-apigateway-authtype": "awsSigv4" },
          key: { type: "apiKey", name: "x-api-key", in: "header" },
        },
      };
      const older = { securityDefinitions: components.securitySchemes };
      const secured = { paths: { "/predict": { post: { security: IAM }, options: {} } } };
      passes(control, api({ components, ...secured }));
      passes(control, api({ ...older, ...secured }));
      passes(
        control,
        api({ components, security: IAM, paths: { "/predict": { post: {}, parameters: [] } } }),
      );
      const signed = { post: { "x-amazon-apigateway-auth": { type: "AWS_IAM" } } };
      passes(control, api({ paths: { "/predict": signed } }));
      // A key meters callers; a scheme that is not described is none.
      const keyed = { post: { security: [{ key: [] }] } };
      violates(control, api({ components, paths: { "/predict": keyed } }), line("/predict.post"));
      violates(control, api(secured), line("/predict.post"));
      violates(control, api({ paths: { "/predict": { post: {} } } }), line("/predict.post"));
      violates(
        control,
        api({ components, security: IAM, paths: { "/a": { get: {} }, "/b": { get: { security: [] } } } }),
        line("/b.get"),
      );
      violates(
        control,
        api({
          components,
          paths: { "/a": { "x-amazon-apigateway-any-method": { security: [{}, ...IAM] } } },
        }),
        line("/a.x-amazon-apigateway-any-method"),
      );
      const yaml = "openapi: 3.0.1\npaths:\n  /predict:\n    post: {}\n";
      violates(control, [declare(type, "a", { body: yaml })], line("/predict.post"));
      const unreadable = [declare(type, "a", { body: "neither: [" })];
      violates(control, unreadable, [`a (${type.split(":")[0] ?? ""}): body`]);
    });

  it("refuses API keys of AppSync, as the first or another way in", () => {
    passes(control, graphql({ authenticationType: "AWS_IAM" }));
    violates(control, graphql({ authenticationType: "API_KEY" }), [
      "g (appsync/graphQLApi): authenticationType",
    ]);
    violates(
      control,
      graphql({
        authenticationType: "AWS_IAM",
        additionalAuthenticationProviders: [
          { authenticationType: "OPENID_CONNECT" },
          { authenticationType: "API_KEY" },
        ],
      }),
      ["g (appsync/graphQLApi): additionalAuthenticationProviders[1].authenticationType"],
    );
  });

  it("refuses identities for everyone, and services and gateways that ask nobody", () => {
    const pool = (props: Declared["props"]) => [declare("cognito/identityPool:IdentityPool", "p", props)];
    passes(control, pool({}));
    passes(control, pool({ allowUnauthenticatedIdentities: false }));
    violates(control, pool({ allowUnauthenticatedIdentities: true }), [
      "p (cognito/identityPool): allowUnauthenticatedIdentities",
    ]);
    for (const [type, property, good] of [
      ["bedrock/agentcoreGateway:AgentcoreGateway", "authorizerType", "CUSTOM_JWT"],
      ["vpclattice/service:Service", "authType", "AWS_IAM"],
      ["vpclattice/serviceNetwork:ServiceNetwork", "authType", "AWS_IAM"],
    ] as const) {
      const line = [`s (${type.split(":")[0] ?? ""}): ${property}`];
      passes(control, [declare(type, "s", { [property]: good })]);
      violates(control, [declare(type, "s", { [property]: "NONE" })], line);
      violates(control, [declare(type, "s", {})], line);
    }
  });

  it("waits for what is not known yet", () => {
    const value = declare("made/up:Value", "v", { type: "NONE" });
    const line = ["m (apigateway/method): authorization"];
    defers(control, [value, ...method({ authorization: ref(value, "type") })], line, line);
  });
});
