import * as path from "node:path";
import { loadAndValidate, type Settings } from "../../../config";
import { record, type Recording } from "../../../local-cloud/recording";
import { program } from "../../../stacks/program";

const ROOT = path.resolve(__dirname, "../../..");

/** The settings of one of the example stacks, as its files say. */
export function exampleSettings(stack: string): Settings {
  const validated = loadAndValidate(ROOT, stack);
  if (!validated.ok) throw new Error(JSON.stringify(validated.problems, undefined, 2));
  return validated.settings;
}

/** What `org` gives to the environments. */
export async function organizationOutputs(): Promise<Record<string, unknown>> {
  const { outputs } = await record(() => program(exampleSettings("org")), { stack: "org" });
  return { ...outputs };
}

/** Everything that a stack registers; an environment finds `org` as the examples make it. */
export async function recordStack(stack: string, settings = exampleSettings(stack)): Promise<Recording> {
  const stackReferences =
    stack === "org" ? {} : { "organization/mlplatform/org": await organizationOutputs() };
  return record(() => program(settings), { stack, stackReferences });
}
