/**
 * What every workload account has, before any team: a network with no way to the internet, private endpoints to
 * AWS's services, keys, safe account defaults, a permissions boundary, and an audit trail in the log archive.
 * Takes the account's scope, its range, and where the logs go; gives what workspaces build on. Names no team.
 */
export { trailLogs, type AuditDestination } from "./audit";
export { PermissionsBoundary, permissionsBoundaryArn } from "./permissions-boundary";
export { PlatformCore, type PlatformCoreArgs, type WorkloadZone } from "./platform-core";
