import type { Problem } from "../problem";
import type { Position } from "../yaml/positions";

/** The namespace of this project's own keys: its name in Pulumi.yaml. */
export const NAMESPACE = "mlplatform";

/** What one file says under `config:`, of this project's own keys. */
export interface ConfigValues {
  /** By full key, such as `mlplatform:teams`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Where each path is written. */
  readonly positions: ReadonlyMap<string, Position>;
  readonly problems: readonly Problem[];
}
