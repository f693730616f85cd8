import type { Team, Tier } from "../../../config";
import { InferenceCallers, TeamWorkspace, type WorkspaceCore } from "../../../components/team-workspace";
import { ACCOUNT, scopeOf } from "./fixtures";
import { run, type Components } from "./run";

/** An account's core as its workspaces see it. */
export const core: WorkspaceCore = {
  vpcId: "vpc-1",
  cidr: "10.16.0.0/16",
  zones: ["a", "b"].map((zone, index) => ({
    zone,
    availabilityZone: `eu-central-1${zone}`,
    index,
    isolatedRouteTableId: `rtb-${zone}`,
  })),
  workloadNetworkAclId: "acl-1",
  endpointSecurityGroupId: "sg-endpoints",
  s3PrefixListId: "pl-s3",
  accessLogBucketName: "acme-access-logs",
  backupVaultName: "acme-backups",
  permissionsBoundaryArn: `arn:aws:iam::${ACCOUNT}:policy/boundary`,
};

/** Records the workspaces of some teams, with the callers of their models let in as a stack would. */
export function runWorkspaces(
  teams: Readonly<Record<string, Team>>,
  tier: Tier = "dev",
  preview = false,
): Promise<Components> {
  return run((opts) => {
    const scopes = new Map(
      Object.entries(teams).map(([name, team]) => [
        name,
        scopeOf(name, tier, {
          offboarding: team.state === "offboarding",
          dataClassification: team.dataClassification,
        }),
      ]),
    );
    const workspaces = new Map(
      [...scopes].map(([name, scope]) => [
        name,
        new TeamWorkspace(name, { scope, team: teams[name] as Team, core }, opts),
      ]),
    );
    for (const [name, scope] of scopes) {
      for (const [model, { callers }] of Object.entries(teams[name]?.models ?? {})) {
        const roles = callers.map((caller) => [
          caller,
          workspaces.get(caller)?.inferenceClientRoleName ?? "",
        ]);
        new InferenceCallers(
          `${name}-${model}-callers`,
          { scope, model, callers: Object.fromEntries(roles) },
          opts,
        );
      }
    }
  }, preview);
}
