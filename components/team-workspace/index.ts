import * as pulumi from "@pulumi/pulumi";
import type { Team } from "../../config";
import { BucketBackup, isBackedUp, Key, logsUse, Role, trustTeam, type Scope } from "../secure";
import { teamBucket, type BucketPurpose } from "./buckets";
import { teamBudget } from "./budget";
import type { WorkspaceCore } from "./core-inputs";
import { FeatureStore } from "./feature-store";
import { dataKeyUses, modelKeyUses } from "./key-uses";
import { modelPackageGroupName, ModelRegistry } from "./model-registry";
import { WorkspaceNetwork } from "./network";
import { Notebooks } from "./notebooks";
import { ROLE_PURPOSES } from "./principals";
import { TeamSecrets } from "./secrets";
import { endpointName, ModelEndpoint } from "./serving";
import { InferenceCallers } from "./serving/inference-callers";
import { endpointLogGroupName } from "./serving/permissions";
import { trainingRole } from "./training";

export type { WorkspaceCore, WorkspaceZone } from "./core-inputs";
export { InferenceCallers, type InferenceCallersArgs } from "./serving/inference-callers";

export interface TeamWorkspaceArgs {
  /** Where the workspace lives; its owner is the team's name. */
  readonly scope: Scope;
  readonly team: Team;
  readonly core: WorkspaceCore;
}

/**
 * Everything that one team has in one environment: its keys, buckets, network and budget always, and of
 * training, models, notebooks, feature groups and secrets what it asks for. Nothing here depends on any other
 * team, so that teams come and go without touching each other.
 */
export class TeamWorkspace extends pulumi.ComponentResource {
  /** The role by which the team's applications call endpoints, the team's own and those that it is let in to. */
  readonly inferenceClientRoleName: pulumi.Output<string>;
  /** The names of the team's endpoints, by model. */
  readonly endpointNames: Readonly<Record<string, string>>;
  /** The names of the team's model package groups, by their names in the config. */
  readonly modelPackageGroupNames: Readonly<Record<string, string>>;
  /** The names of the team's buckets, by purpose. */
  readonly bucketNames: Readonly<Record<BucketPurpose, string>>;

  constructor(name: string, args: TeamWorkspaceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:team-workspace:TeamWorkspace", name, {}, opts);
    const { scope, team, core } = args;
    const { permissionsBoundaryArn: boundaryArn, accessLogBucketName } = core;
    const child = { parent: this };
    const asked = (map: Readonly<Record<string, unknown>>) => Object.keys(map).length > 0;

    // Keys and buckets.
    const dataKey = new Key(
      `${name}-data-key`,
      {
        scope,
        purpose: "data",
        description: `Data, output and logs of ${scope.owner}`,
        uses: dataKeyUses(scope, team),
        statements: [logsUse(scope, endpointLogGroupName(endpointName(scope, "*")))],
      },
      child,
    );
    const modelKey = new Key(
      `${name}-model-key`,
      { scope, purpose: "models", description: `Models of ${scope.owner}`, uses: modelKeyUses(scope, team) },
      child,
    );
    const data = teamBucket(
      `${name}-data`,
      { scope, purpose: "data", keyArn: dataKey.keyArn, accessLogBucketName },
      child,
    );
    const output = teamBucket(
      `${name}-output`,
      { scope, purpose: "output", keyArn: dataKey.keyArn, accessLogBucketName },
      child,
    );
    const models = teamBucket(
      `${name}-models`,
      { scope, purpose: "models", keyArn: modelKey.keyArn, accessLogBucketName },
      child,
    );

    if (core.backupVaultName !== undefined && isBackedUp(scope)) {
      new BucketBackup(
        `${name}-backup`,
        {
          scope,
          vaultName: core.backupVaultName,
          boundaryArn,
          bucketArns: [data.bucketArn, models.bucketArn, output.bucketArn],
          keyAliases: { data: dataKey.alias, models: modelKey.alias },
        },
        child,
      );
    }

    // The network, and who the team is to endpoints.
    const network = new WorkspaceNetwork(
      `${name}-network`,
      { scope, core, networkSlot: team.networkSlot },
      child,
    );
    const subnetIds = Object.values(network.subnetIds);
    const { securityGroupId } = network;
    const inferenceClient = new Role(
      `${name}-inference-client`,
      {
        scope,
        purpose: ROLE_PURPOSES.inferenceClient,
        description: `Applications of ${scope.owner} that call endpoints.`,
        trust: [trustTeam(scope)],
        boundaryArn,
      },
      child,
    );
    this.inferenceClientRoleName = inferenceClient.roleArn.apply(() => inferenceClient.roleName);

    // What the team asks for.
    if (team.modelPackageGroups.length > 0)
      new ModelRegistry(`${name}-registry`, { scope, groups: team.modelPackageGroups }, child);
    if (team.training !== undefined) trainingRole(`${name}-training`, { scope, boundaryArn }, child);
    for (const [model, settings] of Object.entries(team.models)) {
      new ModelEndpoint(
        `${name}-serving-${model}`,
        {
          scope,
          model,
          settings,
          boundaryArn,
          modelKeyArn: modelKey.keyArn,
          dataKeyArn: dataKey.keyArn,
          modelBucketName: models.bucket.bucket,
          outputBucketName: output.bucket.bucket,
          subnetIds,
          securityGroupId,
        },
        child,
      );
      new InferenceCallers(
        `${name}-serving-${model}-own`,
        { scope, model, callers: { [scope.owner]: this.inferenceClientRoleName } },
        child,
      );
    }
    const [firstSubnetId] = subnetIds;
    if (asked(team.notebooks) && firstSubnetId !== undefined) {
      new Notebooks(
        `${name}-notebooks`,
        {
          scope,
          notebooks: team.notebooks,
          keyArn: dataKey.keyArn,
          subnetId: firstSubnetId,
          securityGroupId,
          boundaryArn,
        },
        child,
      );
    }
    if (asked(team.featureGroups)) {
      new FeatureStore(
        `${name}-features`,
        {
          scope,
          featureGroups: team.featureGroups,
          keyArn: dataKey.keyArn,
          dataBucketName: data.bucket.bucket,
          boundaryArn,
        },
        child,
      );
    }
    if (asked(team.secrets))
      new TeamSecrets(`${name}-secrets`, { scope, team, boundaryArn, subnetIds, securityGroupId }, child);
    teamBudget(`${name}-budget`, { scope, monthlyUsd: team.monthlyBudgetUsd }, child);

    this.endpointNames = Object.fromEntries(
      Object.keys(team.models).map((model) => [model, endpointName(scope, model)]),
    );
    this.modelPackageGroupNames = Object.fromEntries(
      team.modelPackageGroups.map((group) => [group, modelPackageGroupName(scope, group)]),
    );
    this.bucketNames = { data: data.bucketName, output: output.bucketName, models: models.bucketName };
    this.registerOutputs({
      inferenceClientRoleName: this.inferenceClientRoleName,
      endpointNames: this.endpointNames,
      modelPackageGroupNames: this.modelPackageGroupNames,
      bucketNames: this.bucketNames,
    });
  }
}
