import type { GraphControl } from "../../core";
import { judgeEach } from "../judge-each";
import { bucketsOf, isLogTarget } from "../storage/buckets";
import { judgeLogTarget } from "./access-log-targets";
import { judgeAccessLogging, logTargets } from "./access-logs";

export const s3AccessLogging: GraphControl = {
  kind: "graph",
  name: "s3-access-logging",
  description:
    "Every bucket but those that such logs go to logs who reads and writes it, into a bucket for logs of its account and region.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "Access logs show requests that a trail does not: refused ones, those of strangers, and how much was taken. Where logs go to a bucket of data, whoever reads the data reads them.",
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
      (bucket) => [
        ...judgeAccessLogging(graph, bucket),
        ...logTargets(graph, bucket).flatMap((target) => judgeLogTarget(graph, bucket, target)),
      ],
    ),
};
