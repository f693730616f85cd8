import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { classPattern } from "./class-pattern";

/** Why mutants of some classes may survive. */
export interface Excuse {
  /** Classes, `*` standing for any text: `aws:kms/key:Key | tags.* | changed`. */
  readonly classes: string;
  /** The stacks in which it holds. Default: all. */
  readonly stacks?: readonly string[];
  /** Why the mutant leaves nothing less secure. */
  readonly reason?: string;
  /** The control of the catalogue that has to catch it. It excuses until the pack has that control, and then no more. */
  readonly awaits?: string;
  /** What no control of the pack looks at yet, and ought to: shown among the gaps, and not counted as harmless. */
  readonly gap?: string;
}

const EXCUSES = z.array(
  z
    .strictObject({
      classes: z.string().min(1),
      stacks: z.array(z.enum(["org", "dev", "staging", "prod"])).optional(),
      reason: z.string().min(20).optional(),
      awaits: z.string().min(1).optional(),
      gap: z.string().min(20).optional(),
    })
    .refine(
      ({ reason, awaits, gap }) => [reason, awaits, gap].filter((one) => one !== undefined).length === 1,
      "one of reason, awaits and gap",
    ),
);

/**
 * The excuses that were reviewed.
 * @throws when the file does not have the form above.
 */
export function loadExcuses(): readonly Excuse[] {
  const text = readFileSync(path.join(__dirname, "survivors.json"), "utf8");
  return EXCUSES.parse(JSON.parse(text)) as readonly Excuse[];
}

/** Finds the excuse of a class in a stack: the first that fits. */
export function excuser(
  excuses: readonly Excuse[],
  controls: ReadonlySet<string>,
): (className: string, stack: string) => Excuse | undefined {
  const inForce = excuses
    .filter(({ awaits }) => awaits === undefined || !controls.has(awaits))
    .map((excuse) => ({ excuse, pattern: classPattern(excuse.classes) }));
  return (className, stack) =>
    inForce.find(({ excuse, pattern }) => pattern.test(className) && (excuse.stacks?.includes(stack) ?? true))
      ?.excuse;
}
