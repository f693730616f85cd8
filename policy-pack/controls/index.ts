import type { Control } from "../contract/control";
import { roleCostCenter } from "./tagging/role-cost-center";

/** Every control of the pack, one import line each, sorted by name when it is read. */
const all: readonly Control[] = [roleCostCenter];

export const CONTROLS: readonly Control[] = [...all].sort((a, b) => (a.name < b.name ? -1 : 1));
