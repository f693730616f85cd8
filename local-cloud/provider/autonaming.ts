import { createHash } from "node:crypto";
import { sdkShape } from "../answers/sdk-shape";
import type { Autonaming, CheckFailure } from "./stand-in";
import type { Properties } from "./values";

const BUCKET = "aws:s3/bucket:Bucket";
const ALIAS = "aws:kms/alias:Alias";
const SUFFIX_DIGITS = 7;

/** The longest names where AWS allows fewer characters than 255; the sources are those of `components/secure/names.ts`. */
const LIMITS: Readonly<Record<string, number>> = {
  [BUCKET]: 63,
  "aws:iam/role:Role": 64,
  "aws:iam/rolePolicy:RolePolicy": 128,
  "aws:iam/policy:Policy": 128,
  "aws:iam/instanceProfile:InstanceProfile": 128,
  "aws:lb/loadBalancer:LoadBalancer": 32,
  "aws:lb/targetGroup:TargetGroup": 32,
  "aws:lambda/function:Function": 64,
  "aws:sagemaker/model:Model": 63,
  "aws:sagemaker/endpoint:Endpoint": 63,
  "aws:sagemaker/endpointConfiguration:EndpointConfiguration": 63,
  "aws:sagemaker/notebookInstance:NotebookInstance": 63,
};

/** The input that holds a type's physical name, where the provider would choose one that is not set. */
export function autonamedProperty(type: string): "name" | "bucket" | undefined {
  if (type === BUCKET) return "bucket";
  return "name" in sdkShape(type).optionalOutputs ? "name" : undefined;
}

/** Whether the physical name was chosen by the provider rather than by the program. */
export function isAutonamed(type: string, inputs: Properties): boolean {
  const property = autonamedProperty(type);
  return property !== undefined && Array.isArray(inputs.__defaults) && inputs.__defaults.includes(property);
}

/**
 * The inputs with a physical name, as the real provider gives it: the logical name, a hyphen and seven
 * hexadecimal digits. A name once given is kept; the list in `__defaults` says that it was given.
 */
export function withName(
  type: string,
  logicalName: string,
  olds: Properties,
  news: Properties,
  seed: Buffer,
  autonaming?: Autonaming,
): { readonly inputs: Properties; readonly failures: readonly CheckFailure[] } {
  const property = autonamedProperty(type);
  const prefix = property === "bucket" ? news.bucketPrefix : news.namePrefix;
  if (property === undefined || news[property] !== undefined || prefix !== undefined) {
    return { inputs: { ...news, __defaults: [] }, failures: [] };
  }
  if (autonaming?.mode === "disable") {
    return {
      inputs: news,
      failures: [{ property, reason: "Automatic naming is disabled, and no name is set." }],
    };
  }
  const kept = isAutonamed(type, olds) ? olds[property] : undefined;
  const name = kept ?? autonaming?.proposedName ?? generatedName(type, logicalName, seed);
  const limit = LIMITS[type] ?? 255;
  const named = { ...news, [property]: name, __defaults: [property] };
  if (typeof name !== "string" || name.length <= limit) return { inputs: named, failures: [] };
  const reason = `The name "${name}" has ${name.length} characters; AWS allows ${limit}. Set ${property}, or choose a shorter resource name.`;
  return { inputs: named, failures: [{ property, reason }] };
}

function generatedName(type: string, logicalName: string, seed: Buffer): string {
  const suffix = createHash("sha256").update(seed).digest("hex").slice(0, SUFFIX_DIGITS);
  const name = `${logicalName}-${suffix}`;
  if (type === BUCKET) return name.toLowerCase();
  return type === ALIAS ? `alias/${name}` : name;
}
