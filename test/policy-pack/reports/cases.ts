import type { ReportedViolation } from "../../../policy-pack/contract/report";
import type { StackReport } from "../../../policy-pack/reports/stack-report";
import { redKeys, redKeysInGraph } from "../support/made-up-controls";

export const CONTROLS = [redKeys, redKeysInGraph];

const urn = (name: string) => `urn:pulumi:prod::mlplatform::aws:kms/key:Key::${name}`;

/** A violation of `red-keys` that blocks, with a path, a finding and characters that every format has to escape. */
export const BLOCKING: ReportedViolation = {
  control: "red-keys",
  severity: "high",
  level: "mandatory",
  tier: "prod",
  urn: urn("blue-1"),
  property: "colour",
  found: '"<blue> & `sky` | @night"',
  required: '"red"',
  why: redKeys.why,
  fix: redKeys.fix,
  path: ["key blue-1", "alias/sky"],
  finding: "colour::blue",
};

export const EXCEPTED: ReportedViolation = {
  ...BLOCKING,
  level: "advisory",
  urn: urn("blue-2"),
  exception: { id: "EX-1", ticket: "SEC-123", expiresOn: "2026-06-30", daysLeft: 10 },
};

export const ADVICE: ReportedViolation = {
  ...BLOCKING,
  control: "red-keys-in-graph",
  level: "advisory",
  urn: urn("blue-3"),
};

/** A stack with one of everything. */
export const PROD: StackReport = {
  stack: "prod",
  problems: [],
  violations: [BLOCKING, EXCEPTED, ADVICE],
  deferred: [{ control: "red-keys", level: "mandatory", urn: urn("late"), property: "colour" }],
  exceptionsUsed: [
    {
      id: "EX-1",
      ticket: "SEC-123",
      expiresOn: "2026-06-30",
      daysLeft: 10,
      control: "red-keys",
      urn: EXCEPTED.urn,
    },
  ],
  controls: { judged: ["red-keys", "red-keys-in-graph"], notApplicable: ["other"], disabled: ["off"] },
  resources: 4,
};

/** A key that was mended before it was judged. */
export const REMEDIATED = {
  remediation: "remediate-red-keys",
  urn: urn("pale-1"),
  changes: [{ property: "colour", before: "not set", after: '"red"' }],
};

export const CLEAN: StackReport = {
  ...PROD,
  stack: "dev",
  violations: [],
  deferred: [],
  exceptionsUsed: [],
};

/** A stack whose configuration is not valid. */
export const FAULTY: StackReport = {
  ...CLEAN,
  stack: "staging",
  resources: 0,
  controls: { judged: [], notApplicable: [], disabled: [] },
  problems: [
    {
      path: "mlplatform:environment.tier",
      found: "stagin",
      expected: "one of dev, staging, prod",
      fix: "Did you mean staging?",
      file: "Pulumi.staging.yaml",
      line: 5,
    },
  ],
};
