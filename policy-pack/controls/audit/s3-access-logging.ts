import type { GraphControl } from "../../core";
import { judgeEach } from "../judge-each";
import { bucketsOf, isLogTarget } from "../storage/buckets";
import { judgeAccessLogging } from "./access-logs";

export const s3AccessLogging: GraphControl = {
  kind: "graph",
  name: "s3-access-logging",
  description: "Every bucket logs who reads and writes it, but the buckets that such logs go to.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "Access logs show requests that a trail does not: refused ones, those of strangers, and how much was taken.",
  fix: {
    text: "Give the bucket a BucketLogging into the account's bucket for access logs.",
    code: `new s3.BucketLogging("data", { bucket: bucket.id, targetBucket: accessLogs.id, targetPrefix: "data/" });`,
  },
  frameworks: {
    nist: ["AU-2", "AU-3", "AU-10", "AU-12", "AU-12(1)"],
    fsbp: ["S3.9"],
    checkov: ["CKV_AWS_18"],
  },
  check: (graph) =>
    judgeEach(
      bucketsOf(graph).filter((bucket) => !isLogTarget(graph, bucket)),
      (bucket) => judgeAccessLogging(graph, bucket),
    ),
};
