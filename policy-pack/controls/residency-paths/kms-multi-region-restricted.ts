import { type Finding, isFalse, mustBe, type ResourceControl, violation } from "../../core";
import type { Subject } from "../../core";

const REPLICAS = ["aws:kms/replicaKey:ReplicaKey", "aws:kms/replicaExternalKey:ReplicaExternalKey"];

export const kmsMultiRegionRestricted: ResourceControl = {
  kind: "resource",
  name: "kms-multi-region-restricted",
  description: "No key is a multi-region key, or a replica of one.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A multi-region key can be copied with its material to any region, and there it opens whatever was encrypted here.",
  fix: {
    text: "Use a key of one region for each region; a multi-region key needs an exception, and cannot be turned back into a single one.",
    code: `new kms.Key("data", { ..., multiRegion: false });`,
  },
  frameworks: { nist: ["SA-9(5)", "SC-12"] },
  types: ["aws:kms/key:Key", "aws:kms/externalKey:ExternalKey", ...REPLICAS],
  check: (subject) =>
    REPLICAS.includes(subject.type)
      ? [violation(subject, "primaryKeyArn", "a replica of a multi-region key", "a key of one region")]
      : judgeKey(subject),
};

function judgeKey(key: Subject): readonly Finding[] {
  return mustBe(key, "multiRegion", isFalse, "false", { unset: true });
}
