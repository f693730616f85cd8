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
  const levelIn = (tier: Tier): Level => {
    const own = control.levels[tier];
    const asked = config.levels?.[tier] ?? engineLevel ?? own;
    return tier === "prod" && STRICTNESS[asked] < STRICTNESS[own] ? own : asked;
  };
  return { ...control, levels: { dev: levelIn("dev"), staging: levelIn("staging"), prod: levelIn("prod") } };
}
