import type { EnvironmentSettings } from "../config";
import { type AuditDestination, PlatformCore } from "../components/platform-core";
import { LogArchive, logArchiveBucketName } from "../components/organization";
import { AccessLogBucket } from "../components/secure";
import { readOrganization } from "./contract";
import { type Account, type Providers, providersOf } from "./providers";
import { organizationScope, platformScope } from "./scopes";

/** An environment's stack: the core of each of its accounts, and the workspace of each team in its account. */
export async function environmentStack(settings: EnvironmentSettings): Promise<Record<string, unknown>> {
  const { company, environment, posture, stack } = settings;
  const providers = providersOf(company, stack);
  const audit = environment.standalone
    ? ownArchive(settings, providers)
    : await organizationArchive(settings);

  const zones = environment.zones.slice(0, posture.zones);
  const cores = accountsOf(settings).map(({ account, cidr }) => {
    const scope = platformScope(company, posture, stack, account);
    const core = new PlatformCore(
      account.name,
      { scope, cidr, zones, audit },
      { providers: Object.values(providers.in(account)) },
    );
    return [account.name, core] as const;
  });

  return {
    accounts: Object.fromEntries(
      cores.map(([name, core]) => [
        name,
        { vpcId: core.vpcId, permissionsBoundaryArn: core.permissionsBoundaryArn },
      ]),
    ),
  };
}

/** The workload accounts of the environment, whether or not a team is in one yet: the safe defaults come first. */
function accountsOf({ company, environment }: EnvironmentSettings): { account: Account; cidr: string }[] {
  return Object.entries(company.accounts.workloads)
    .filter(([, account]) => account.environment === environment.tier)
    .map(([name, { id, cidr }]) => ({ account: { name, id }, cidr }));
}

/** The tier's log archive in the account of its own, as the `org` stack made it. */
async function organizationArchive({ company, environment }: EnvironmentSettings): Promise<AuditDestination> {
  const scope = organizationScope(company, "logArchive", environment.tier);
  return readOrganization(environment.tier, { bucketName: logArchiveBucketName(scope) });
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
  return new LogArchive("log-archive", { scope, accessLogBucketName: accessLogs.bucketName }, opts);
}
