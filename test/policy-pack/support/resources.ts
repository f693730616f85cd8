import type { RawResource } from "../../../policy-pack/contract/subject";

/** A reference to another resource's output, in a resource that a test declares. */
export interface Reference {
  readonly reference: Declared;
  readonly output: string;
}

/** A resource as a test declares it: plain data, with references. */
export interface Declared {
  readonly type: string;
  readonly name: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly more: Partial<Pick<RawResource, "options" | "provider" | "parent">> & { readonly stack?: string };
}

/**
 * Declares a resource. A short type such as `s3/bucket:Bucket` is one of `aws`.
 * In `props`, `ref(other)` stands for an output of another resource.
 */
export function declare(
  type: string,
  name: string,
  props: Declared["props"] = {},
  more: Declared["more"] = {},
): Declared {
  return { type: /^[^:]+:[^:]+:[^:]+$/.test(type) ? type : `aws:${type}`, name, props, more };
}

/** An output of another resource: known in the one run, unknown in the other. */
export function ref(reference: Declared, output = "id"): Reference {
  return { reference, output };
}

/** The URN that a declared resource gets, in the stack `dev` unless it names another. */
export function urnOf(declared: Declared): string {
  return `urn:pulumi:${declared.more.stack ?? "dev"}::mlplatform::${declared.type}::${declared.name}`;
}

export function isReference(value: unknown): value is Reference {
  return typeof value === "object" && value !== null && "reference" in value && "output" in value;
}
