import { readFileSync } from "node:fs";
import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import * as lambda from "@pulumi/aws/lambda";
import { LogGroup } from "../log-group";
import { physicalName } from "../names";
import { onceCreated } from "../once-created";
import { Role, roleArn } from "../role";
import { trustLambda } from "../role/trust";
import { arn, type Scope } from "../scope";
import { tagsOf } from "../tags";
import { functionArn, rotationPolicies } from "./rotation-permissions";

const PURPOSE = "secret-rotation";
const TIMEOUT_SECONDS = 30;

export interface RotationFunctionArgs {
  readonly scope: Scope;
  /** Names of the secrets that the function rotates, as `physicalName` derives them. */
  readonly secretNames: readonly string[];
  /** The key of those secrets and of the function's log, by ARN and by alias. */
  readonly keyArn: pulumi.Input<string>;
  readonly keyAlias: string;
  readonly boundaryArn: pulumi.Input<string>;
  /** Where the function runs: subnets and groups from which Secrets Manager's endpoint can be reached. */
  readonly subnetIds: readonly pulumi.Input<string>[];
  readonly securityGroupIds: readonly pulumi.Input<string>[];
}

/** The ARN of the role of an owner's rotating function, for the policies that name it. */
export function rotationRoleArn(scope: Scope): string {
  return roleArn(scope, PURPOSE);
}

/** The name of the log group of an owner's rotating function, as Lambda prescribes it. */
export function rotationLogGroupName(scope: Scope): string {
  return `/aws/lambda/${physicalName("function", scope, PURPOSE)}`;
}

/** The function that rotates an owner's secrets: inside the VPC, with access to those secrets and nothing else. */
export class RotationFunction extends pulumi.ComponentResource {
  /** The function's ARN, resolved once Secrets Manager may invoke it. */
  readonly functionArn: pulumi.Output<string>;

  constructor(name: string, args: RotationFunctionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:secure:RotationFunction", name, {}, opts);
    const { scope } = args;
    const functionName = physicalName("function", scope, PURPOSE);
    const child = { parent: this };

    const log = new LogGroup(
      `${name}-log`,
      { scope, logGroupName: rotationLogGroupName(scope), keyArn: args.keyArn },
      child,
    );
    const role = new Role(
      `${name}-role`,
      {
        scope,
        purpose: PURPOSE,
        description: `Rotates the secrets of ${scope.owner}.`,
        trust: [trustLambda(scope)],
        boundaryArn: args.boundaryArn,
        policies: rotationPolicies(scope, {
          functionArn: functionArn(scope, functionName),
          logGroupArn: log.logGroupArn,
          secretNames: args.secretNames,
          keyAlias: args.keyAlias,
        }),
      },
      child,
    );
    const rotation = new lambda.Function(
      name,
      {
        name: functionName,
        description: `Rotates the secrets of ${scope.owner}.`,
        role: role.roleArn,
        runtime: "nodejs22.x",
        handler: "index.handler",
        architectures: ["arm64"],
        timeout: TIMEOUT_SECONDS,
        // As text, because a file's path would differ from machine to machine.
        code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset(rotationCode()) }),
        vpcConfig: { subnetIds: [...args.subnetIds], securityGroupIds: [...args.securityGroupIds] },
        loggingConfig: { logFormat: "JSON", logGroup: log.logGroup.name },
        tags: tagsOf(scope),
      },
      child,
    );
    const permission = new lambda.Permission(
      `${name}-permission`,
      {
        function: rotation.name,
        action: "lambda:InvokeFunction",
        principal: "secretsmanager.amazonaws.com",
        sourceAccount: scope.account.id,
        sourceArn: arn(scope, "secretsmanager", "secret:*"),
      },
      child,
    );

    this.functionArn = onceCreated(rotation.arn, [permission]);
    this.registerOutputs({ functionArn: this.functionArn });
  }
}

function rotationCode(): string {
  return readFileSync(path.join(__dirname, "rotation", "index.js"), "utf8");
}
