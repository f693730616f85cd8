import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { classPattern } from "./class-pattern";

/** Why mutants of some classes may survive. */
export interface Excuse {
  /** Classes, `*` standing for any text: `aws:kms/key:Key | tags.* | changed`. */
  readonly classes: readonly string[];
  /** The resources of which it holds, by their logical names, `*` standing for any text. Default: all. */
  readonly resources?: readonly string[];
  /** The stacks in which it holds. Default: all. */
  readonly stacks?: readonly string[];
  /** Why the mutant leaves nothing less secure. */
  readonly reason?: string;
  /** The control of the catalogue that has to catch it. It excuses until the pack has that control, and then no more. */
  readonly awaits?: string;
  /** What no control of the pack looks at yet, and ought to: shown among the gaps, and not counted as harmless. */
  readonly gap?: string;
}

/** An excuse as it is found: with the one of its patterns that fits. */
export interface FoundExcuse extends Omit<Excuse, "classes"> {
  readonly classes: string;
}

const texts = z.array(z.string().min(1)).min(1);
const EXCUSES = z.array(
  z
    .strictObject({
      classes: texts,
      resources: texts.optional(),
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

/** Finds the excuse of a class of mutants of a resource: the first that fits. */
export function excuser(
  excuses: readonly Excuse[],
  controls: ReadonlySet<string>,
): (mutant: { className: string; stack: string; urn: string }) => FoundExcuse | undefined {
  const inForce = excuses
    .filter(({ awaits }) => awaits === undefined || !controls.has(awaits))
    .flatMap(({ classes, ...excuse }) =>
      classes.map((one) => ({
        excuse: { ...excuse, classes: one },
        pattern: classPattern(one),
        names: excuse.resources?.map(classPattern),
      })),
    );
  return ({ className, stack, urn }) => {
    const name = urn.split("::").at(-1) ?? urn;
    return inForce.find(
      ({ excuse, pattern, names }) =>
        pattern.test(className) &&
        (names?.some((resources) => resources.test(name)) ?? true) &&
        (excuse.stacks?.includes(stack) ?? true),
    )?.excuse;
  };
}
