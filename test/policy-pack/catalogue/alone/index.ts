import { IDENTITY } from "./identity";
import { NETWORKS } from "./networks";
import { OTHER } from "./other";
import { PLATFORM_ITSELF } from "./platform-itself";
import type { Row } from "./row";
import { SAGEMAKER } from "./sagemaker";
import { STORES } from "./stores";

/** For each control a mutation of a real graph that it catches, and no other control. */
export const ROWS: readonly Row[] = [
  ...PLATFORM_ITSELF,
  ...IDENTITY,
  ...NETWORKS,
  ...SAGEMAKER,
  ...STORES,
  ...OTHER,
];
