import { remembering } from "./remembering";

/**
 * Modules that earlier versions of the AWS provider's SDK had, and what their types are called now. A program that was
 * written for one of them still declares resources under the old names, which the SDK keeps as aliases.
 * https://www.pulumi.com/registry/packages/aws/api-docs/lb/loadbalancer/
 */
const MODULES: Readonly<Record<string, string>> = {
  applicationloadbalancing: "alb",
  elasticloadbalancing: "elb",
  elasticloadbalancingv2: "lb",
};

/** Single types that were renamed. */
const TYPES: Readonly<Record<string, string>> = {
  "aws:s3/BucketObject:BucketObject": "aws:s3/bucketObject:BucketObject",
};

/** The name that a type goes by now. Controls know no other. */
export const currentType = remembering((type): string => {
  const [, module = "", rest = ""] = /^aws:([^/:]+)(\/.*)$/.exec(type) ?? [];
  const renamed = Object.hasOwn(MODULES, module) ? MODULES[module] : undefined;
  if (renamed !== undefined) return `aws:${renamed}${rest}`;
  return Object.hasOwn(TYPES, type) ? (TYPES[type] ?? type) : type;
});
