import { appendFileSync } from "node:fs";
import type { PackSettings, Tier } from "../../../policy-pack/contract/control";
import type { Declared } from "./resources";

/** A case of a control's own tests, as it can be judged again in another way. */
export interface CollectedCase {
  readonly control: string;
  readonly tier: Tier;
  /** The settings other than those that all tests share. */
  readonly settings: Partial<PackSettings>;
  readonly resources: readonly Declared[];
  /** The violations that were found with every reference known. */
  readonly lines: readonly string[];
}

/** The file that cases are collected in, when it is set: one of JSON a line. */
export const CASES_FILE = "MLPLATFORM_COLLECT_CASES";

/** Hands a case on to whoever runs these tests to collect their cases. Otherwise it does nothing. */
export function collect(collected: CollectedCase): void {
  const file = process.env[CASES_FILE];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(collected)}\n`);
}
