import type { PolicyConfigSchema } from "@pulumi/policy";
import type { Control, Level, Tier } from "../contract/control";

/** What the pack's configuration says of a control. */
export interface ControlConfig {
  /** Levels other than the control's own, by tier. */
  readonly levels?: Readonly<Partial<Record<Tier, Level | undefined>>> | undefined;
}

const LEVEL = { type: "string" as const, enum: ["disabled", "advisory", "mandatory"] };

/** The schema of a control's configuration, by which the engine judges `--policy-pack-config` before it starts. */
export const CONTROL_CONFIG: PolicyConfigSchema = {
  properties: {
    levels: {
      type: "object",
      description: "What the control does, by tier. In prod it can only be made stricter.",
      properties: { dev: LEVEL, staging: LEVEL, prod: LEVEL },
      additionalProperties: false,
    },
  },
};

const STRICTNESS: Readonly<Record<Level, number>> = { disabled: 0, advisory: 1, mandatory: 2 };

/**
 * A control with the levels that count, once the configuration has been heard. In prod a level can only be made
 * stricter: who runs the command does not decide what protects prod.
 * @param engineLevel The level that the configuration gives the control for the whole run, if it is laxer than mandatory.
 */
export function inForce<T extends Control>(control: T, config: ControlConfig, engineLevel?: Level): T {
  const asked = (tier: Tier): Level => askedIn(tier, control, config, engineLevel);
  const prod = isLaxerInProd(control, config, engineLevel) ? control.levels.prod : asked("prod");
  return { ...control, levels: { dev: asked("dev"), staging: asked("staging"), prod } };
}

/** Whether the configuration asks less of a control in prod than it does itself, which counts for nothing. */
export function isLaxerInProd(control: Control, config: ControlConfig, engineLevel?: Level): boolean {
  const asked = askedIn("prod", control, config, engineLevel);
  return STRICTNESS[asked] < STRICTNESS[control.levels.prod];
}

/** The tier's own word comes before that of the whole run. */
function askedIn(tier: Tier, { levels }: Control, config: ControlConfig, engineLevel?: Level): Level {
  return config.levels?.[tier] ?? engineLevel ?? levels[tier];
}
