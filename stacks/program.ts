import type { Settings } from "../config";
import { environmentStack } from "./environment";
import { organizationStack } from "./organization";

/**
 * Registers the resources of one stack. Has no effect besides, so that the engine, the Automation API and the
 * offline check can all run it.
 * @returns The stack's outputs, by name.
 * @throws pulumi.RunError when the `org` stack lacks what the environment needs.
 */
export async function program(settings: Settings): Promise<Record<string, unknown>> {
  return settings.kind === "organization" ? organizationStack(settings) : environmentStack(settings);
}
