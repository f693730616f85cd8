import * as apigateway from "@pulumi/aws/apigateway";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as cognito from "@pulumi/aws/cognito";
import * as dynamodb from "@pulumi/aws/dynamodb";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as lambda from "@pulumi/aws/lambda";
import * as wafv2 from "@pulumi/aws/wafv2";
import { all, asset, type CustomResourceOptions, interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";
import { webAcl } from "../web-acl";

const FUNCTION_LOGS = "/aws/lambda/orders-api";
const ACCESS_LOGS = "/aws/apigateway/orders";
const FIREWALL_LOGS = "aws-waf-logs-orders";

/** A REST API whose callers sign in with Cognito, in front of a function and a table. */
export const serverlessApi: Program = {
  name: "a REST API with Cognito, a web ACL, a function and a table",
  sources: [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html",
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/security-best-practices.html",
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "orders",
      [
        company.through("dynamodb", "orders-api"),
        company.through("lambda", "orders-api"),
        company.byLogs(FUNCTION_LOGS),
        { ...company.byLogs(ACCESS_LOGS), Sid: "UseByAccessLogs" },
        { ...company.byLogs(FIREWALL_LOGS), Sid: "UseByFirewallLogs" },
      ],
      options,
    );
    const [, accessLogs, firewallLogs] = [FUNCTION_LOGS, ACCESS_LOGS, FIREWALL_LOGS].map(
      (name) =>
        new cloudwatch.LogGroup(
          name,
          { name, kmsKeyId: key.arn, retentionInDays: 731, deletionProtectionEnabled: true },
          options,
        ),
    );
    const table = new dynamodb.Table(
      "orders",
      {
        hashKey: "customerId",
        rangeKey: "orderId",
        attributes: [
          { name: "customerId", type: "S" },
          { name: "orderId", type: "S" },
        ],
        billingMode: "PAY_PER_REQUEST",
        ttl: { attributeName: "expiresAt", enabled: true },
        serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
        pointInTimeRecovery: { enabled: true },
        deletionProtectionEnabled: true,
      },
      { ...options, protect: true },
    );
    const handler = ordersFunction(table, key.arn, options);

    const users = new cognito.UserPool(
      "customers",
      {
        mfaConfiguration: "ON",
        softwareTokenMfaConfiguration: { enabled: true },
        passwordPolicy: {
          minimumLength: 14,
          requireLowercase: true,
          requireNumbers: true,
          requireSymbols: true,
          requireUppercase: true,
          temporaryPasswordValidityDays: 1,
        },
        adminCreateUserConfig: { allowAdminCreateUserOnly: true },
        userPoolAddOns: { advancedSecurityMode: "ENFORCED" },
        deletionProtection: "ACTIVE",
      },
      { ...options, protect: true },
    );
    new cognito.UserPoolClient(
      "web",
      {
        userPoolId: users.id,
        preventUserExistenceErrors: "ENABLED",
        enableTokenRevocation: true,
        explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        accessTokenValidity: 15,
        tokenValidityUnits: { accessToken: "minutes" },
      },
      options,
    );

    const api = new apigateway.RestApi(
      "orders",
      { name: "orders", endpointConfiguration: { types: "REGIONAL" }, disableExecuteApiEndpoint: true },
      options,
    );
    const authorizer = new apigateway.Authorizer(
      "customers",
      { restApi: api.id, type: "COGNITO_USER_POOLS", providerArns: [users.arn] },
      options,
    );
    const orders = new apigateway.Resource(
      "orders",
      { restApi: api.id, parentId: api.rootResourceId, pathPart: "orders" },
      options,
    );
    const method = new apigateway.Method(
      "list-orders",
      {
        restApi: api.id,
        resourceId: orders.id,
        httpMethod: "GET",
        authorization: "COGNITO_USER_POOLS",
        authorizerId: authorizer.id,
        authorizationScopes: ["orders/read"],
      },
      options,
    );
    const integration = new apigateway.Integration(
      "list-orders",
      {
        restApi: api.id,
        resourceId: orders.id,
        httpMethod: method.httpMethod,
        integrationHttpMethod: "POST",
        type: "AWS_PROXY",
        uri: handler.invokeArn,
      },
      options,
    );
    new lambda.Permission(
      "orders-api",
      {
        action: "lambda:InvokeFunction",
        function: handler.name,
        principal: "apigateway.amazonaws.com",
        sourceArn: interpolate`${api.executionArn}/*/GET/orders`,
      },
      options,
    );
    const deployment = new apigateway.Deployment(
      "orders",
      {
        restApi: api.id,
        triggers: { content: all([orders.id, method.id, integration.id]).apply((ids) => ids.join("-")) },
      },
      { ...options, dependsOn: [method, integration] },
    );
    const stage = new apigateway.Stage(
      "live",
      {
        restApi: api.id,
        deployment: deployment.id,
        stageName: "live",
        xrayTracingEnabled: true,
        accessLogSettings: {
          destinationArn: accessLogs?.arn ?? "",
          format: JSON.stringify({ requestId: "$context.requestId", status: "$context.status" }),
        },
      },
      options,
    );
    new apigateway.MethodSettings(
      "all",
      {
        restApi: api.id,
        stageName: stage.stageName,
        methodPath: "*/*",
        settings: {
          loggingLevel: "INFO",
          dataTraceEnabled: false,
          metricsEnabled: true,
          throttlingBurstLimit: 100,
          throttlingRateLimit: 50,
        },
      },
      options,
    );
    const acl = webAcl("orders", { logs: firewallLogs?.arn ?? "", secretHeader: "authorization" }, options);
    new wafv2.WebAclAssociation("orders", { resourceArn: stage.arn, webAclArn: acl.arn }, options);
  },
};

function ordersFunction(
  table: dynamodb.Table,
  key: dynamodb.Table["arn"],
  options: CustomResourceOptions,
): lambda.Function {
  const role = new iam.Role(
    "orders-api",
    {
      name: "orders-api",
      assumeRolePolicy: company.trusting("lambda.amazonaws.com"),
      permissionsBoundary: company.BOUNDARY,
    },
    options,
  );
  new iam.RolePolicyAttachment(
    "orders-api-network",
    { role: role.name, policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole" },
    options,
  );
  new iam.RolePolicy(
    "orders-api",
    {
      role: role.name,
      policy: jsonStringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: ["dynamodb:Query", "dynamodb:GetItem"], Resource: table.arn },
          { Effect: "Allow", Action: "kms:Decrypt", Resource: key },
          {
            Effect: "Allow",
            Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
            Resource: "*",
          },
        ],
      }),
    },
    options,
  );
  const group = new ec2.SecurityGroup(
    "orders-api",
    {
      vpcId: company.VPC,
      description: "The function behind the orders API",
      egress: [
        {
          protocol: "tcp",
          fromPort: 443,
          toPort: 443,
          prefixListIds: ["pl-0a1b2c3d4e5f60718"],
          description: "HTTPS to DynamoDB by its gateway endpoint",
        },
        {
          protocol: "tcp",
          fromPort: 443,
          toPort: 443,
          securityGroups: [company.ENDPOINTS_GROUP],
          description: "HTTPS to the interface endpoints",
        },
      ],
    },
    options,
  );
  return new lambda.Function(
    "orders-api",
    {
      name: "orders-api",
      role: role.arn,
      runtime: "nodejs22.x",
      handler: "index.handler",
      code: new asset.AssetArchive({
        "index.js": new asset.StringAsset("exports.handler = async () => ({});"),
      }),
      kmsKeyArn: key,
      environment: { variables: { TABLE_NAME: table.name } },
      tracingConfig: { mode: "Active" },
      loggingConfig: { logFormat: "JSON", logGroup: FUNCTION_LOGS },
      vpcConfig: { subnetIds: company.PRIVATE_SUBNETS, securityGroupIds: [group.id] },
    },
    options,
  );
}
