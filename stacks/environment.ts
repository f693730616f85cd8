import type { EnvironmentSettings, Team } from "../config";
import { type AuditDestination, PlatformCore } from "../components/platform-core";
import { LogArchive, logArchiveBucketName } from "../components/organization";
import { AccessLogBucket, type Scope } from "../components/secure";
import { InferenceCallers, TeamWorkspace } from "../components/team-workspace";
import { readOrganization } from "./contract";
import { type Account, type Providers, providersOf } from "./providers";
import { organizationScope, platformScope, teamScope } from "./scopes";

/** An environment's stack: the core of each of its accounts, and the workspace of each team in its account. */
export async function environmentStack(settings: EnvironmentSettings): Promise<Record<string, unknown>> {
  const { company, environment, posture, stack } = settings;
  const providers = providersOf(company, stack);
  const audit = environment.standalone
    ? ownArchive(settings, providers)
    : await organizationArchive(settings);

  const zones = environment.zones.slice(0, posture.zones);
  const cores = new Map(
    accountsOf(settings).map(({ account, cidr }) => {
      const scope = platformScope(company, posture, stack, account);
      const core = new PlatformCore(
        account.name,
        { scope, cidr, zones, audit },
        { providers: Object.values(providers.in(account)) },
      );
      return [account.name, core];
    }),
  );

  const workspaces = new Map(
    Object.entries(settings.teams).map(([name, team]) => {
      const account = accountOf(settings, team);
      const core = cores.get(account.name);
      if (core === undefined) throw new Error(`The account ${account.name} has no core.`);
      const scope = teamScope(settings, name, team, account);
      const workspace = new TeamWorkspace(
        name,
        { scope, team, core },
        { providers: Object.values(providers.in(account)) },
      );
      return [name, { workspace, scope, team }];
    }),
  );
  letCallersIn(workspaces);

  return {
    accounts: Object.fromEntries([...cores].map(([name, { vpcId }]) => [name, { vpcId }])),
    teams: Object.fromEntries(
      [...workspaces].map(([name, { workspace, scope, team }]) => [
        name,
        {
          account: scope.account.name,
          // What must not change in one step is remembered here, for whoever deploys next.
          networkSlot: team.networkSlot,
          state: team.state,
          buckets: workspace.bucketNames,
          endpoints: workspace.endpointNames,
          modelPackageGroups: workspace.modelPackageGroupNames,
          inferenceClientRole: workspace.inferenceClientRoleName,
        },
      ]),
    ),
  };
}

/** A team's workspace, and what it was made of. */
interface Placed {
  readonly workspace: TeamWorkspace;
  readonly scope: Scope;
  readonly team: Team;
}

/** Lets the teams that a model names as its callers invoke its endpoint: the serving team's own resources. */
function letCallersIn(workspaces: ReadonlyMap<string, Placed>): void {
  for (const [name, { workspace, scope, team }] of workspaces) {
    for (const [model, { callers }] of Object.entries(team.models)) {
      const roles = callers.flatMap((caller) => {
        const role = workspaces.get(caller)?.workspace.inferenceClientRoleName;
        return role === undefined ? [] : [[caller, role] as const];
      });
      if (roles.length === 0) continue;
      new InferenceCallers(
        `${name}-serving-${model}-callers`,
        { scope, model, callers: Object.fromEntries(roles) },
        { parent: workspace },
      );
    }
  }
}

/** The account that a team works in: its own, or the environment's. */
function accountOf({ company, environment }: EnvironmentSettings, team: Team): Account {
  const name = team.account ?? environment.account;
  const account = company.accounts.workloads[name];
  if (account === undefined) throw new Error(`There is no account ${name}.`);
  return { name, id: account.id };
}

/** The workload accounts of the environment, whether or not a team is in one yet: the safe defaults come first. */
function accountsOf({ company, environment }: EnvironmentSettings): { account: Account; cidr: string }[] {
  return Object.entries(company.accounts.workloads)
    .filter(([, account]) => account.environment === environment.tier)
    .map(([name, { id, cidr }]) => ({ account: { name, id }, cidr }));
}

/** The tier's log archive in the account of its own, as the `org` stack made it. */
async function organizationArchive({ company, environment }: EnvironmentSettings): Promise<AuditDestination> {
  const scope = organizationScope(company, "logArchive");
  return readOrganization(environment.tier, logArchiveBucketName(scope, environment.tier));
}

/** A log archive in the environment's own account, for a trial without an `org` stack. */
function ownArchive(settings: EnvironmentSettings, providers: Providers): AuditDestination {
  const { company, environment, posture, stack } = settings;
  const own = accountsOf(settings).find(({ account }) => account.name === environment.account);
  if (own === undefined) throw new Error(`${environment.account} is no account of ${environment.tier}.`);
  // Its access logs have a bucket of their own: that of the core is made later, and by another component.
  const scope = { ...platformScope(company, posture, stack, own.account), owner: "audit" };
  const opts = { providers: Object.values(providers.in(own.account)) };
  const accessLogs = new AccessLogBucket("log-archive-access-logs", { scope }, opts);
  return new LogArchive(
    "log-archive",
    { scope, tier: environment.tier, accessLogBucketName: accessLogs.bucketName },
    opts,
  );
}
