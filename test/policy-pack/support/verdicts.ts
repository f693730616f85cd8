import assert from "node:assert/strict";
import type { Control, PackSettings, Tier } from "../../../policy-pack/contract/control";
import type { Report } from "../../../policy-pack/contract/report";
import { NO_EXCEPTIONS } from "../../../policy-pack/exceptions/record";
import { CONTROL_FAILED } from "../../../policy-pack/core/control-failed";
import { judgeStack } from "../../../policy-pack/core/judge-stack";
import { resourceLabel } from "../../../policy-pack/core/urn";
import { collect } from "./collected-cases";
import { type Mode, realise } from "./realise";
import type { Declared } from "./resources";

/** Settings of a made-up company, the same for every test. */
export const SETTINGS: PackSettings = {
  allowedRegions: ["eu-central-1"],
  accounts: {
    dev: ["222222222222"],
    staging: ["333333333333"],
    prod: ["444444444444"],
    org: ["111111111111"],
  },
  requiredTags: ["CostCenter", "Owner"],
  organizationId: "o-exampleorgid",
  stackTiers: { dev: "dev", staging: "staging", prod: "prod" },
  tagPatterns: { CostCenter: "CC-\\d{4}" },
  imageRegistries: [],
  trustedBuckets: {},
  approvedDomains: {},
  requiredEndpoints: {},
  trustedAccounts: [],
  trustedHosts: [],
  packageHosts: [],
  upstreamRegistries: [],
  gitSources: [],
  machineImages: [],
  organizationServices: [],
  permissionsBoundaries: [],
  instanceTypes: {},
  mostAccelerated: {},
};

export interface Circumstances {
  /** @default "prod" */
  readonly tier?: Tier;
  readonly settings?: Partial<PackSettings>;
}

/** A violation in one line: `data (s3/bucket): property`. What most tests compare. */
export type Line = string;

/** A control that threw is shown with what it said, which no test expects. */
export const linesOf = (report: Report): readonly Line[] =>
  report.violations.map((one) =>
    one.control === CONTROL_FAILED.name ? one.found : `${resourceLabel(one.urn)}: ${one.property}`,
  );

/** Judges declared resources by one control in one mode. In `unknown` mode it is a preview. */
export function judgeBy(
  control: Control,
  resources: readonly Declared[],
  mode: Mode,
  { tier = "prod", settings = {} }: Circumstances = {},
): Report {
  assert.ok(resources.length > 0, "a case without resources judges nothing");
  const report = judgeStack(realise(resources, mode), {
    controls: [strictly(control)],
    settings: { ...SETTINGS, ...settings, stackTiers: { dev: tier } },
    exceptions: NO_EXCEPTIONS,
    now: NOW,
    preview: mode === "unknown",
  });
  if (mode === "known") collect({ control: control.name, tier, settings, resources, lines: linesOf(report) });
  return report;
}

/** The day on which every test judges. */
export const NOW = new Date("2026-06-01T12:00:00Z");

/** The control at work in every tier, so that a case shows what it finds and the list of levels what it enforces. */
export function strictly(control: Control): Control {
  return { ...control, levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" } };
}

/** Asserts that a control judges the resources and finds nothing, with every reference known and with none. */
export function passes(
  control: Control,
  resources: readonly Declared[],
  circumstances?: Circumstances,
): void {
  for (const mode of ["known", "unknown"] as const) {
    const report = judgeBy(control, resources, mode, circumstances);
    assert.deepEqual(linesOf(report), [], `${mode}: expected no violation`);
    assert.deepEqual(report.deferred, [], `${mode}: expected nothing deferred`);
    assert.deepEqual(
      report.controls.judged,
      [control.name],
      `${mode}: expected the control to judge something`,
    );
  }
}

/** Asserts the exact violations, with every reference known and with none. */
export function violates(
  control: Control,
  resources: readonly Declared[],
  expected: readonly Line[],
  circumstances?: Circumstances,
): void {
  assert.ok(expected.length > 0, "use passes() for a case without violations");
  for (const mode of ["known", "unknown"] as const) {
    const report = judgeBy(control, resources, mode, circumstances);
    assert.deepEqual([...linesOf(report)].sort(), [...expected].sort(), `${mode}: violations`);
    for (const one of report.violations)
      assert.ok(one.found !== "" && one.required !== "", "found and required are said");
  }
}

/** Asserts that a control cannot tell in a preview, and what it says once the values are known. */
export function defers(
  control: Control,
  resources: readonly Declared[],
  deferred: readonly Line[],
  violationsOnceKnown: readonly Line[],
  circumstances?: Circumstances,
): void {
  const preview = judgeBy(control, resources, "unknown", circumstances);
  assert.deepEqual(
    preview.deferred.map((one) => `${resourceLabel(one.urn)}: ${one.property}`),
    deferred,
  );
  assert.deepEqual(linesOf(judgeBy(control, resources, "known", circumstances)), violationsOnceKnown);
}

/** Asserts that there is nothing here for a control to judge. */
export function notApplicable(
  control: Control,
  resources: readonly Declared[],
  circumstances?: Circumstances,
): void {
  for (const mode of ["known", "unknown"] as const) {
    const report = judgeBy(control, resources, mode, circumstances);
    assert.deepEqual(report.controls.notApplicable, [control.name], mode);
    assert.deepEqual(linesOf(report), [], mode);
  }
}
