import * as pulumi from "@pulumi/pulumi";
import { type Company, type OrganizationSettings, type Tier, TIERS } from "../config";
import {
  AccountManagement,
  AiServicesOptOut,
  LogArchive,
  OrganizationTrail,
  ResourceControlPolicies,
  SecurityContact,
  ServiceControlPolicies,
  type ServiceControlPoliciesArgs,
  StateBackend,
} from "../components/organization";
import { AccessLogBucket, type Scope } from "../components/secure";
import type { OrganizationOutputs } from "./contract";
import { providersOf } from "./providers";
import { ORGANIZATION_ACCOUNTS, type OrganizationAccount, organizationScope } from "./scopes";

/** The `org` stack: what all environments share, in the organization's own accounts. */
export function organizationStack(settings: OrganizationSettings): Record<string, unknown> {
  const { company } = settings;
  const contact = settings.organization.securityContact;
  const scopeOf = (name: OrganizationAccount) => organizationScope(company, name, [contact.email]);
  const providers = providersOf(company, settings.stack);
  const inAccountOf = (scope: Scope) => ({
    providers: Object.values(providers.in(scope.account)),
  });

  // The log archive account: one archive for each tier, each with its own lock and years.
  const archiveScope = scopeOf("logArchive");
  const inLogArchive = inAccountOf(archiveScope);
  const archiveAccessLogs = new AccessLogBucket(
    "log-archive-access-logs",
    { scope: archiveScope },
    inLogArchive,
  );
  const archives = byTier(
    (tier) =>
      new LogArchive(
        `log-archive-${tier}`,
        {
          scope: archiveScope,
          tier,
          accessLogBucketName: archiveAccessLogs.bucketName,
        },
        inLogArchive,
      ),
  );

  // The shared account: the state of every stack.
  const sharedScope = scopeOf("shared");
  const inShared = inAccountOf(sharedScope);
  const sharedAccessLogs = new AccessLogBucket("shared-access-logs", { scope: sharedScope }, inShared);
  const state = new StateBackend(
    "state-backend",
    { scope: sharedScope, accessLogBucketName: sharedAccessLogs.bucketName },
    inShared,
  );

  // The management account: what is recorded of every account, and what none may do.
  const managementScope = scopeOf("management");
  const inManagement = inAccountOf(managementScope);
  const trail = new OrganizationTrail(
    "organization-trail",
    {
      scope: managementScope,
      archive: archives.prod,
      dataBucketArns: { "pulumi-state": state.bucketArn },
    },
    inManagement,
  );
  const targets = guardrailTargets(company);
  new ServiceControlPolicies("guardrail", { scope: managementScope, targets }, inManagement);
  const boundIds = Object.fromEntries(Object.entries(targets).map(([name, { id }]) => [name, id]));
  new ResourceControlPolicies(
    "resource-guardrail",
    { scope: managementScope, targets: boundIds },
    inManagement,
  );
  // Of all these policies, the one that binds the management account too.
  new AiServicesOptOut(
    "ai-services",
    { scope: managementScope, targets: { ...boundIds, management: company.accounts.management } },
    inManagement,
  );

  // Every account of the organization's own: whom AWS tells of security matters there.
  const { trustedAccess } = new AccountManagement("account-management", inManagement);
  for (const name of ORGANIZATION_ACCOUNTS) {
    new SecurityContact(`security-contact-${name}`, { contact, trustedAccess }, inAccountOf(scopeOf(name)));
  }

  const outputs: { [key in keyof OrganizationOutputs]: pulumi.Input<OrganizationOutputs[key]> } = {
    logArchives: pulumi.output(
      byTier((tier) => {
        const { bucketName, bucketArn, keyArn } = archives[tier];
        return { bucketName, bucketArn, keyArn };
      }),
    ),
    organizationTrailArn: trail.trailArn,
    stateBackend: pulumi.output({
      bucketName: state.bucketName,
      secretsProvider: state.secretsProvider,
    }),
  };
  return outputs;
}

function byTier<T>(make: (tier: Tier) => T): Record<Tier, T> {
  return Object.fromEntries(TIERS.map((tier) => [tier, make(tier)])) as Record<Tier, T>;
}

/** Every account but the management account's is bound: by its environment's unit, or by itself. */
function guardrailTargets(company: Company): ServiceControlPoliciesArgs["targets"] {
  const units = TIERS.map(
    (tier) => [tier, { id: company.organization.units[tier], kind: "workloads" }] as const,
  );
  return {
    ...Object.fromEntries(units),
    "log-archive": { id: company.accounts.logArchive, kind: "logArchive" },
    security: { id: company.accounts.security, kind: "tooling" },
    shared: { id: company.accounts.shared, kind: "tooling" },
  };
}
