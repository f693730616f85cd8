/**
 * What the company has once, for all environments: the log archive of each tier, the organization trail, the
 * guardrails of every account and its resources, whom AWS tells of security matters, and the backend of Pulumi's state.
 * Each component takes the scope of the account that it lives in; none names a team.
 */
export { AccountManagement } from "./account-management";
export { AiServicesOptOut, type AiServicesOptOutArgs } from "./ai-services-opt-out";
export { LogArchive, logArchiveBucketName, type LogArchiveArgs } from "./log-archive";
export { OrganizationTrail, type OrganizationTrailArgs } from "./organization-trail";
export { ResourceControlPolicies, type ResourceControlPoliciesArgs } from "./resource-control-policies";
export { SecurityContact, type SecurityContactArgs } from "./security-contact";
export { ServiceControlPolicies, type ServiceControlPoliciesArgs } from "./service-control-policies";
export { StateBackend, type StateBackendArgs } from "./state-backend";
