import * as pulumi from "@pulumi/pulumi";
import type { Team } from "../../config";
import {
  allow,
  Key,
  keyAlias,
  keyPermissions,
  logsUse,
  physicalName,
  Role,
  roleArn,
  RotationFunction,
  rotationLogGroupName,
  rotationRoleArn,
  Secret,
  secretArnPattern,
  trustTeam,
  type Scope,
  type Statement,
} from "../secure";
import { secretKeyUses } from "./key-uses";
import { ROLE_PURPOSES } from "./principals";

const KEY_PURPOSE = "secrets";

export interface TeamSecretsArgs {
  readonly scope: Scope;
  readonly team: Team;
  readonly boundaryArn: pulumi.Input<string>;
  readonly subnetIds: readonly pulumi.Input<string>[];
  readonly securityGroupId: pulumi.Input<string>;
}

/** What it takes to read a team's secrets. */
export function secretReaderPolicies(
  scope: Scope,
  secretNames: readonly string[],
): Record<string, Statement[]> {
  return {
    secrets: [
      allow("ReadSecrets", {
        Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
        Resource: secretNames.map((name) => secretArnPattern(scope, name)),
      }),
      ...keyPermissions(scope, "UseSecretsKey", keyAlias(scope, KEY_PURPOSE), {
        services: ["secretsmanager"],
        access: "decrypt",
      }),
    ],
  };
}

/**
 * A team's secrets, under a key of their own, rotated by a function of the team's own. They are read through a
 * role that the team's applications assume for an hour at a time.
 */
export class TeamSecrets extends pulumi.ComponentResource {
  constructor(name: string, args: TeamSecretsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:team-workspace:TeamSecrets", name, {}, opts);
    const { scope, team } = args;
    const child = { parent: this };
    const secretNames = Object.keys(team.secrets).map((secret) => physicalName("secret", scope, secret));

    const key = new Key(
      `${name}-key`,
      {
        scope,
        purpose: KEY_PURPOSE,
        description: `Secrets of ${scope.owner}`,
        uses: secretKeyUses(scope, team),
        statements: [logsUse(scope, rotationLogGroupName(scope))],
      },
      child,
    );
    const rotation = new RotationFunction(
      `${name}-rotation`,
      {
        scope,
        secretNames,
        keyArn: key.keyArn,
        keyAlias: key.alias,
        boundaryArn: args.boundaryArn,
        subnetIds: args.subnetIds,
        securityGroupIds: [args.securityGroupId],
      },
      child,
    );
    new Role(
      `${name}-reader`,
      {
        scope,
        purpose: ROLE_PURPOSES.secretReader,
        description: `Reads the secrets of ${scope.owner}, an hour at a time.`,
        trust: [trustTeam(scope)],
        boundaryArn: args.boundaryArn,
        policies: secretReaderPolicies(scope, secretNames),
      },
      child,
    );

    const readers = [roleArn(scope, ROLE_PURPOSES.secretReader), rotationRoleArn(scope)];
    for (const [secret, settings] of Object.entries(team.secrets)) {
      new Secret(
        `${name}-${secret}`,
        {
          scope,
          purpose: secret,
          description: settings.description,
          keyArn: key.keyArn,
          rotationFunctionArn: rotation.functionArn,
          rotationDays: settings.rotationDays,
          readers,
        },
        child,
      );
    }
    this.registerOutputs({});
  }
}
