import type { ExceptionFile, ExceptionRecord } from "../../../policy-pack/exceptions/record";
import { judgeStack } from "../../../policy-pack/core/judge-stack";
import { redKeys } from "../support/made-up-controls";
import { realise } from "../support/realise";
import { declare } from "../support/resources";
import { SETTINGS } from "../support/verdicts";

/** A record that keeps every rule, for the stack `prod`. */
export const RECORD: ExceptionRecord = {
  id: "EX-1",
  ticket: "SEC-123",
  control: "red-keys",
  select: { stack: "prod", type: "aws:kms/key:Key", name: "blue-*" },
  reason: "The auditors' own key, which has to stay blue until they are done.",
  category: "waiver",
  requestedBy: "ml-platform@example.com",
  approvedBy: ["security@example.com", "risk@example.com"],
  createdOn: "2026-05-01",
  expiresOn: "2026-06-30",
};

export const file = (...exceptions: readonly ExceptionRecord[]): ExceptionFile => ({
  approvers: ["security@example.com", "risk@example.com"],
  exceptions,
  unreadable: [],
});

/** A key that `red-keys` finds fault with, covered by `RECORD`. */
export const blueKey = declare(
  "kms/key:Key",
  "blue-1",
  { colour: "blue", tags: { Team: "audit" } },
  { stack: "prod" },
);

export const judgeWith = (
  exceptions: ExceptionFile,
  day = "2026-06-01",
  resources = [blueKey],
  control = redKeys,
) =>
  judgeStack(realise(resources, "known"), {
    controls: [control],
    settings: SETTINGS,
    exceptions,
    now: new Date(`${day}T23:59:59Z`),
    preview: false,
  });
