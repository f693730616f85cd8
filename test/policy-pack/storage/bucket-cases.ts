import { type Declared, declare, ref } from "../support/resources";

export const bucket = declare("s3/bucket:Bucket", "data", { bucket: "ml-dev-data" });
export const key = declare("kms/key:Key", "team");

/** A part of a bucket, joined to it by a reference, as programs write it. */
export const part = (name: string, props: Declared["props"], of: Declared = bucket) =>
  declare(`s3/bucket${name}:Bucket${name}`, "data", { bucket: ref(of), ...props });

/** A log bucket: another bucket delivers its access logs there. */
export const logBucket = declare("s3/bucket:Bucket", "logs", { bucket: "ml-dev-logs" });
export const loggingInto = (target: Declared) =>
  part("Logging", { targetBucket: ref(target), targetPrefix: "data/" });
