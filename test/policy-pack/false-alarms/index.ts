import type { Program } from "./program";
import { acceleratedFleet } from "./programs/accelerated-fleet";
import { assistant } from "./programs/assistant";
import { dataLake } from "./programs/data-lake";
import { developmentNetwork } from "./programs/development-network";
import { featureDatabase } from "./programs/feature-database";
import { imageSupplyChain } from "./programs/image-supply-chain";
import { inspectedNetwork } from "./programs/inspected-network";
import { kubernetesCluster } from "./programs/kubernetes-cluster";
import { modelTrainingAndServing } from "./programs/model-training-and-serving";
import { organizationTrail } from "./programs/organization-trail";
import { privateService } from "./programs/private-service";
import { queryLake } from "./programs/query-lake";
import { queueWorker } from "./programs/queue-worker";
import { releasePipeline } from "./programs/release-pipeline";
import { secretRotation } from "./programs/secret-rotation";
import { staticSite } from "./programs/static-site";
import { studio } from "./programs/studio";
import { trainingWorkflow } from "./programs/training-workflow";

/** Programs in which nothing is wrong, each after what AWS's own documentation recommends. */
export const PROGRAMS: readonly Program[] = [
  acceleratedFleet,
  assistant,
  dataLake,
  developmentNetwork,
  featureDatabase,
  imageSupplyChain,
  inspectedNetwork,
  kubernetesCluster,
  modelTrainingAndServing,
  organizationTrail,
  privateService,
  queryLake,
  queueWorker,
  releasePipeline,
  secretRotation,
  staticSite,
  studio,
  trainingWorkflow,
];
