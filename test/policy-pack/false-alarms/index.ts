import type { Program } from "./program";
import { acceleratedFleet } from "./programs/accelerated-fleet";
import { assistant } from "./programs/assistant";
import { batchJobs } from "./programs/batch-jobs";
import { centralBackup } from "./programs/central-backup";
import { dataLake } from "./programs/data-lake";
import { deploymentRoles } from "./programs/deployment-roles";
import { developmentNetwork } from "./programs/development-network";
import { eventFanOut } from "./programs/event-fan-out";
import { eventStreaming } from "./programs/event-streaming";
import { featureDatabase } from "./programs/feature-database";
import { imageSupplyChain } from "./programs/image-supply-chain";
import { inspectedNetwork } from "./programs/inspected-network";
import { kubernetesCluster } from "./programs/kubernetes-cluster";
import { modelTrainingAndServing } from "./programs/model-training-and-serving";
import { nameFirewall } from "./programs/name-firewall";
import { offeredService } from "./programs/offered-service";
import { organizationTrail } from "./programs/organization-trail";
import { postgres } from "./programs/postgres";
import { privateService } from "./programs/private-service";
import { queryLake } from "./programs/query-lake";
import { queueWorker } from "./programs/queue-worker";
import { releasePipeline } from "./programs/release-pipeline";
import { searchDomain } from "./programs/search-domain";
import { secretRotation } from "./programs/secret-rotation";
import { serverlessApi } from "./programs/serverless-api";
import { sharedFiles } from "./programs/shared-files";
import { spokeNetwork } from "./programs/spoke-network";
import { staticSite } from "./programs/static-site";
import { streamDelivery } from "./programs/stream-delivery";
import { studio } from "./programs/studio";
import { trainingWorkflow } from "./programs/training-workflow";

/** Programs in which nothing is wrong, each after what AWS's own documentation recommends. */
export const PROGRAMS: readonly Program[] = [
  acceleratedFleet,
  assistant,
  batchJobs,
  centralBackup,
  dataLake,
  deploymentRoles,
  developmentNetwork,
  eventFanOut,
  eventStreaming,
  featureDatabase,
  imageSupplyChain,
  inspectedNetwork,
  kubernetesCluster,
  modelTrainingAndServing,
  nameFirewall,
  offeredService,
  organizationTrail,
  postgres,
  privateService,
  queryLake,
  queueWorker,
  releasePipeline,
  searchDomain,
  secretRotation,
  serverlessApi,
  sharedFiles,
  spokeNetwork,
  staticSite,
  streamDelivery,
  studio,
  trainingWorkflow,
];
