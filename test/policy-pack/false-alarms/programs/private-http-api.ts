import * as acm from "@pulumi/aws/acm";
import * as apigatewayv2 from "@pulumi/aws/apigatewayv2";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as route53 from "@pulumi/aws/route53";
import { jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

const LOGS = "/aws/apigateway/catalogue";
const LISTENER = company.arn(
  "elasticloadbalancing",
  "listener/app/catalogue/50dc6c495c0c9188/f2f7dc8efc522ab2",
);

/** An HTTP API that asks for a token and reaches a service inside the VPC through a link. */
export const privateHttpApi: Program = {
  name: "an HTTP API with tokens and a VPC link",
  sources: [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html",
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-private-integration.html",
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html",
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html",
  ],
  run: () => {
    const options = company.inAccount(company.ACCOUNT, { DataClassification: "internal" });
    const key = company.key("catalogue", [company.byLogs(LOGS)], options);
    const logs = new cloudwatch.LogGroup(
      "catalogue",
      { name: LOGS, kmsKeyId: key.arn, retentionInDays: 365, deletionProtectionEnabled: true },
      options,
    );
    const group = new ec2.SecurityGroup(
      "link",
      {
        vpcId: company.VPC,
        description: "The link from the API into the VPC",
        egress: [
          {
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            securityGroups: ["sg-0fedcba9876543210"],
            description: "HTTPS to the load balancer",
          },
        ],
      },
      options,
    );
    const link = new apigatewayv2.VpcLink(
      "catalogue",
      { name: "catalogue", subnetIds: company.PRIVATE_SUBNETS, securityGroupIds: [group.id] },
      options,
    );
    const api = new apigatewayv2.Api(
      "catalogue",
      {
        name: "catalogue",
        protocolType: "HTTP",
        disableExecuteApiEndpoint: true,
        corsConfiguration: {
          allowOrigins: ["https://shop.acme.example"],
          allowMethods: ["GET"],
          allowHeaders: ["authorization"],
          maxAge: 3600,
        },
      },
      options,
    );
    const tokens = new apigatewayv2.Authorizer(
      "tokens",
      {
        apiId: api.id,
        name: "tokens",
        authorizerType: "JWT",
        identitySources: ["$request.header.Authorization"],
        jwtConfiguration: {
          audiences: ["catalogue"],
          issuer: `https://cognito-idp.${company.REGION}.amazonaws.com/${company.REGION}_A1b2C3d4E`,
        },
      },
      options,
    );
    const integration = new apigatewayv2.Integration(
      "catalogue",
      {
        apiId: api.id,
        integrationType: "HTTP_PROXY",
        integrationMethod: "ANY",
        integrationUri: LISTENER,
        connectionType: "VPC_LINK",
        connectionId: link.id,
        tlsConfig: { serverNameToVerify: "catalogue.acme.internal" },
      },
      options,
    );
    new apigatewayv2.Route(
      "products",
      {
        apiId: api.id,
        routeKey: "GET /products/{id}",
        authorizationType: "JWT",
        authorizerId: tokens.id,
        authorizationScopes: ["catalogue/read"],
        target: integration.id.apply((id) => `integrations/${id}`),
      },
      options,
    );
    const stage = new apigatewayv2.Stage(
      "live",
      {
        apiId: api.id,
        name: "$default",
        autoDeploy: true,
        accessLogSettings: {
          destinationArn: logs.arn,
          format: jsonStringify({
            id: "$context.requestId",
            route: "$context.routeKey",
            status: "$context.status",
          }),
        },
        defaultRouteSettings: {
          detailedMetricsEnabled: true,
          throttlingBurstLimit: 200,
          throttlingRateLimit: 100,
        },
      },
      options,
    );
    const certificate = new acm.Certificate(
      "api",
      { domainName: "api.acme.example", validationMethod: "DNS", keyAlgorithm: "EC_prime256v1" },
      options,
    );
    const validation = certificate.domainValidationOptions.apply(([first]) => first);
    const record = new route53.Record(
      "validation",
      {
        zoneId: "Z0123456789ABCDEFGHIJ",
        name: validation.apply((it) => it?.resourceRecordName ?? ""),
        type: "CNAME",
        ttl: 300,
        records: [validation.apply((it) => it?.resourceRecordValue ?? "")],
      },
      options,
    );
    const valid = new acm.CertificateValidation(
      "api",
      { certificateArn: certificate.arn, validationRecordFqdns: [record.fqdn] },
      options,
    );
    const domain = new apigatewayv2.DomainName(
      "api",
      {
        domainName: "api.acme.example",
        domainNameConfiguration: {
          certificateArn: valid.certificateArn,
          endpointType: "REGIONAL",
          securityPolicy: "TLS_1_2",
        },
      },
      options,
    );
    new apigatewayv2.ApiMapping("api", { apiId: api.id, domainName: domain.id, stage: stage.id }, options);
  },
};
