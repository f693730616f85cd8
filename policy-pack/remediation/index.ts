import {
  blockCallersKeys,
  completeBucketEncryption,
  encryptCopies,
  encryptFileSystems,
  encryptSearchDomains,
  encryptStreams,
} from "./data-encryption";
import { encryptDisks } from "./encrypt-disks";
import {
  completeAccessBlocks,
  dropInvalidHeaders,
  keepClustersPrivate,
  keepInstancesPrivate,
  keepSubnetsPrivate,
  keepTemplatesPrivate,
  signFunctionCalls,
} from "./exposure";
import { encryptQueues, rotateKeys } from "./fill-defaults";
import { fillTags } from "./fill-tags";
import { logClusters, retainLogs, validateTrails } from "./logging";
import { propagateTags } from "./propagate-tags";
import {
  keepFromForce,
  keepKeys,
  protectFromDeletion,
  recoverTables,
  refusePublicPolicies,
} from "./protection";
import { hardenRepositories } from "./registries";
import type { Remediation } from "./remediation";
import { requireSessionTokens } from "./require-session-tokens";
import {
  closeEndpointShells,
  closeTrainingShells,
  denyNotebookInternet,
  denyNotebookRoot,
  encryptTrainingTraffic,
  isolateModels,
  isolateMonitoring,
  isolateTraining,
  keepDomainsInVpc,
  requireNotebookTokens,
} from "./sagemaker";

export type { Change, Remediation } from "./remediation";

/** What the pack can mend by itself, in the order in which it is done. Each is off until it is asked for by its name. */
export const REMEDIATIONS: readonly Remediation[] = [
  ...[encryptDisks, encryptCopies, encryptFileSystems, encryptQueues, encryptStreams, encryptSearchDomains],
  ...[blockCallersKeys, completeBucketEncryption, completeAccessBlocks],
  ...[requireSessionTokens, keepInstancesPrivate, keepTemplatesPrivate, keepSubnetsPrivate],
  ...[keepClustersPrivate, dropInvalidHeaders, signFunctionCalls],
  ...[rotateKeys, keepKeys, refusePublicPolicies],
  ...[denyNotebookRoot, denyNotebookInternet, requireNotebookTokens, keepDomainsInVpc],
  ...[isolateModels, closeEndpointShells],
  ...[isolateTraining, encryptTrainingTraffic, closeTrainingShells, isolateMonitoring],
  ...[validateTrails, logClusters, retainLogs],
  ...[keepFromForce, recoverTables, protectFromDeletion, hardenRepositories],
  ...[propagateTags, fillTags],
];
