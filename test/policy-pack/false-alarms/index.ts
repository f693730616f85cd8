import type { Program } from "./program";
import { acceleratedFleet } from "./programs/accelerated-fleet";
import { accountBaseline } from "./programs/account-baseline";
import { airflow } from "./programs/airflow";
import { assistant } from "./programs/assistant";
import { batchJobs } from "./programs/batch-jobs";
import { centralBackup } from "./programs/central-backup";
import { dataLake } from "./programs/data-lake";
import { deploymentRoles } from "./programs/deployment-roles";
import { developmentNetwork } from "./programs/development-network";
import { documentStore } from "./programs/document-store";
import { eventFanOut } from "./programs/event-fan-out";
import { eventStreaming } from "./programs/event-streaming";
import { featureDatabase } from "./programs/feature-database";
import { federatedNetwork } from "./programs/federated-network";
import { fileExchange } from "./programs/file-exchange";
import { governedLake } from "./programs/governed-lake";
import { imageBuilder } from "./programs/image-builder";
import { imageReplication } from "./programs/image-replication";
import { imageSupplyChain } from "./programs/image-supply-chain";
import { inlineBuckets } from "./programs/inline-buckets";
import { inspectedNetwork } from "./programs/inspected-network";
import { knowledgeBase } from "./programs/knowledge-base";
import { kubernetesCluster } from "./programs/kubernetes-cluster";
import { logHub } from "./programs/log-hub";
import { lustre } from "./programs/lustre";
import { migration } from "./programs/migration";
import { modelPipeline } from "./programs/model-pipeline";
import { modelTrainingAndServing } from "./programs/model-training-and-serving";
import { nameFirewall } from "./programs/name-firewall";
import { offeredService } from "./programs/offered-service";
import { orderWorkflow } from "./programs/order-workflow";
import { organizationGuardrails } from "./programs/organization-guardrails";
import { organizationTrail } from "./programs/organization-trail";
import { postgres } from "./programs/postgres";
import { privateHttpApi } from "./programs/private-http-api";
import { privateService } from "./programs/private-service";
import { queryLake } from "./programs/query-lake";
import { queueWorker } from "./programs/queue-worker";
import { releasePipeline } from "./programs/release-pipeline";
import { searchDomain } from "./programs/search-domain";
import { secretRotation } from "./programs/secret-rotation";
import { serverlessApi } from "./programs/serverless-api";
import { sharedFiles } from "./programs/shared-files";
import { signIn } from "./programs/sign-in";
import { sparkCluster } from "./programs/spark-cluster";
import { spokeNetwork } from "./programs/spoke-network";
import { staticSite } from "./programs/static-site";
import { streamDelivery } from "./programs/stream-delivery";
import { studio } from "./programs/studio";
import { tableStreams } from "./programs/table-streams";
import { trainingFabric } from "./programs/training-fabric";
import { trainingWorkflow } from "./programs/training-workflow";
import { warehouse } from "./programs/warehouse";
import { webThroughOrigin } from "./programs/web-through-origin";
import { workloadIdentities } from "./programs/workload-identities";

/** Programs in which nothing is wrong, each after what AWS's own documentation recommends. */
export const PROGRAMS: readonly Program[] = [
  acceleratedFleet,
  accountBaseline,
  airflow,
  assistant,
  batchJobs,
  centralBackup,
  dataLake,
  deploymentRoles,
  developmentNetwork,
  documentStore,
  eventFanOut,
  eventStreaming,
  featureDatabase,
  federatedNetwork,
  fileExchange,
  governedLake,
  imageBuilder,
  imageReplication,
  imageSupplyChain,
  inlineBuckets,
  inspectedNetwork,
  knowledgeBase,
  kubernetesCluster,
  logHub,
  lustre,
  migration,
  modelPipeline,
  modelTrainingAndServing,
  nameFirewall,
  offeredService,
  orderWorkflow,
  organizationGuardrails,
  organizationTrail,
  postgres,
  privateHttpApi,
  privateService,
  queryLake,
  queueWorker,
  releasePipeline,
  searchDomain,
  secretRotation,
  serverlessApi,
  sharedFiles,
  signIn,
  sparkCluster,
  spokeNetwork,
  staticSite,
  streamDelivery,
  studio,
  tableStreams,
  trainingFabric,
  trainingWorkflow,
  warehouse,
  webThroughOrigin,
  workloadIdentities,
];
