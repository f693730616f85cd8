import type { RawOptions } from "../../../../policy-pack/contract/subject";
import type { Path } from "../../mutation/mutant";

/** An output of a resource of the platform, in the properties of one that a row adds. */
export class OutputOf {
  constructor(
    readonly type: string,
    readonly name: string,
    readonly output: string,
  ) {}
}

/** `the("kms/key:Key", "prod-logs-key", "arn")`: an output of a resource that the platform declares. */
export const the = (type: string, name: string, output = "id"): OutputOf =>
  new OutputOf(`aws:${type}`, name, output);

/** A well-made resource that a row adds to the platform's, in the account of its core. */
export interface Added {
  readonly type: string;
  readonly name: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly options: RawOptions;
}

/** A resource with the tags that every resource has. A short type such as `efs/fileSystem:FileSystem` is one of `aws`. */
export function add(
  type: string,
  name: string,
  props: Readonly<Record<string, unknown>> = {},
  options: RawOptions = {},
): Added {
  return { type: `aws:${type}`, name, props: { tags: TAGS, ...props }, options };
}

const TAGS = {
  CostCenter: "CC-1000",
  DataClassification: "internal",
  Environment: "prod",
  ManagedBy: "pulumi",
  Owner: "ml-platform@example.com",
  Team: "core",
};

/** One change of one property; undefined takes it away. */
export interface Breaking {
  readonly name: string;
  readonly path: Path;
  readonly value?: unknown;
}

/** A mutant that the generator makes: its class, as `type | property | kind`, and the name of the resource. */
export interface ByGenerator {
  readonly mutant: string;
  readonly of: string;
}

/** A mutation made by hand. */
export interface ByHand {
  /** Well-made resources that are added to the platform's own; none for a change of the platform's. */
  readonly added: readonly Added[];
  /** What is then broken of the first. Left out where that there is such a resource is what is wrong. */
  readonly broken?: Breaking;
}

/** A mutation of a real graph that one control catches, and no other. */
export type Row = {
  readonly control: string;
  readonly stack: "dev" | "staging" | "prod" | "org";
  /**
   * Where two controls find the same by the catalogue's own words, and the tier makes the difference: this one alone
   * blocks it there, the others tell. Default false: it alone finds it.
   */
  readonly aloneBlocks?: boolean;
} & (ByGenerator | ByHand);

/** What the generator makes of the platform. */
export const generated = (
  control: string,
  mutant: string,
  of: string,
  stack: Row["stack"] = "prod",
): Row => ({ control, stack, mutant, of });

/** A property of a resource of the platform, changed by hand; the first resource of AWS with that name. */
export const changed = (
  control: string,
  name: string,
  path: Path,
  value?: unknown,
  stack: Row["stack"] = "prod",
): Row => ({ control, stack, added: [], broken: { name, path, value } });

/** A well-made resource, with what it needs, added to the platform; and one property of the first of them broken. */
export const added = (
  control: string,
  resources: readonly [Added, ...Added[]],
  path: Path,
  value?: unknown,
  more: Partial<Pick<Row, "stack" | "aloneBlocks">> = {},
): Row => ({
  control,
  stack: "prod",
  added: resources,
  broken: { name: resources[0].name, path, value },
  ...more,
});

/** A resource that should not be there at all, added to the platform. */
export const present = (control: string, ...resources: readonly Added[]): Row => ({
  control,
  stack: "prod",
  added: resources,
});
