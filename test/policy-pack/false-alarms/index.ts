import type { Program } from "./program";
import { modelTrainingAndServing } from "./programs/model-training-and-serving";
import { privateService } from "./programs/private-service";
import { secretRotation } from "./programs/secret-rotation";

/** Programs in which nothing is wrong. */
export const PROGRAMS: readonly Program[] = [modelTrainingAndServing, privateService, secretRotation];
