import type { Program } from "./program";
import { acceleratedFleet } from "./programs/accelerated-fleet";
import { dataLake } from "./programs/data-lake";
import { imageSupplyChain } from "./programs/image-supply-chain";
import { inspectedNetwork } from "./programs/inspected-network";
import { kubernetesCluster } from "./programs/kubernetes-cluster";
import { modelTrainingAndServing } from "./programs/model-training-and-serving";
import { organizationTrail } from "./programs/organization-trail";
import { privateService } from "./programs/private-service";
import { secretRotation } from "./programs/secret-rotation";

/** Programs in which nothing is wrong, each after what AWS's own documentation recommends. */
export const PROGRAMS: readonly Program[] = [
  acceleratedFleet,
  dataLake,
  imageSupplyChain,
  inspectedNetwork,
  kubernetesCluster,
  modelTrainingAndServing,
  organizationTrail,
  privateService,
  secretRotation,
];
