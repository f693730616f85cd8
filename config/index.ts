/**
 * What a person may write in the stack files: its shape (`schema/`), what it means (`validate`), and what
 * each tier is allowed (`posture`). Imports no Pulumi runtime, so that a file is judged in milliseconds.
 */
export { stackFile } from "./files/stack-file";
export { freeNetworkSlot } from "./free-slot";
export { loadAndValidate, loadStack, type LoadedStack } from "./load";
export { parseModelPackage, type ModelPackage } from "./model-package";
export type { Problem } from "./problem";
export { POSTURES, postureOf, type Posture } from "./posture";
export { moveProblems, removalProblems, type Change, type PreviousTeam } from "./removal";
export type { Company } from "./schema/company";
export type { Environment, Organization } from "./schema/environment";
export { DATA_CLASSIFICATIONS, TIERS, type DataClassification, type Tier } from "./schema/primitives";
export type { Team, Teams } from "./schema/team";
export type { EnvironmentSettings, OrganizationSettings, Settings } from "./settings";
export { STACKS } from "./stacks";
export { validate, type Validated } from "./validate";
