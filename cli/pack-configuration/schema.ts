import { z } from "zod";

/** Pulumi's levels: https://www.pulumi.com/docs/iac/crossguard/core-concepts/ */
const enforcementLevel = z.enum(["disabled", "advisory", "mandatory", "remediate"]);
const level = z.enum(["disabled", "advisory", "mandatory"]).optional();

/** What the configuration may say of a control, where it says more than a level. */
const ofControl = z.strictObject({
  enforcementLevel: enforcementLevel.optional(),
  levels: z.strictObject({ dev: level, staging: level, prod: level }).optional(),
});

/** What it may say of a policy that takes no levels by tier, and of all together. */
const ofOther = z.strictObject({ enforcementLevel: enforcementLevel.optional() });

/** What it may say of the remediation that fills in tags. */
const ofTags = z.strictObject({
  enforcementLevel: enforcementLevel.optional(),
  tags: z.record(z.string(), z.string().min(1)).optional(),
});

/** An entry, whichever policy it speaks of. */
export interface Entry {
  readonly enforcementLevel?: z.infer<typeof enforcementLevel> | undefined;
  readonly levels?: Readonly<Record<"dev" | "staging" | "prod", z.infer<typeof level>>> | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** What kind of policy an entry speaks of, which decides what it may say. */
export type EntryKind = "control" | "tags" | "other";

const OBJECTS = { control: ofControl, tags: ofTags, other: ofOther } as const;

/** The shape of an entry: a level alone, or a mapping. */
export function entrySchema(kind: EntryKind, value: unknown): z.ZodType<string | Entry> {
  return typeof value === "string" ? enforcementLevel : (OBJECTS[kind] as unknown as z.ZodType<Entry>);
}
