import * as path from "node:path";
import { loadAndValidate, type EnvironmentSettings, type Settings } from "../../../config";
import { record, type RecordedResource, type Recording } from "../../../local-cloud/recording";
import { program } from "../../../stacks/program";

const ROOT = path.resolve(__dirname, "../../..");

export const ENVIRONMENTS = ["dev", "staging", "prod"] as const;

/** The settings of one of the example stacks, as its files say. */
export function exampleSettings(stack: string): Settings {
  const validated = loadAndValidate(ROOT, stack);
  if (!validated.ok) throw new Error(JSON.stringify(validated.problems, undefined, 2));
  return validated.settings;
}

/** The settings of one of the example environments. */
export function exampleEnvironment(stack: string): EnvironmentSettings {
  const settings = exampleSettings(stack);
  if (settings.kind !== "environment") throw new Error(`${stack} is no environment.`);
  return settings;
}

/** What the example stacks register, each recorded once: nothing changes a recording. */
const recordings = new Map<string, Promise<Recording>>();

/** Everything that an environment registers; it finds `org` as the examples make it. */
export async function recordEnvironment(settings: EnvironmentSettings): Promise<Recording> {
  const { outputs } = await recordStack("org");
  return record(() => program(settings), {
    stack: settings.stack,
    stackReferences: { "organization/mlplatform/org": { ...outputs } },
  });
}

/** Everything that one of the example stacks registers. */
export function recordStack(stack: string): Promise<Recording> {
  const recording = recordings.get(stack) ?? recordExample(exampleSettings(stack));
  recordings.set(stack, recording);
  return recording;
}

function recordExample(settings: Settings): Promise<Recording> {
  return settings.kind === "organization"
    ? record(() => program(settings), { stack: "org" })
    : recordEnvironment(settings);
}

/** Finds the component that a resource belongs to, outermost: `TeamWorkspace fraud`. */
export function outermostComponents(recording: Recording): (resource: RecordedResource) => string {
  const byUrn = new Map(recording.resources.map((resource) => [resource.urn, resource]));
  const outermost = (resource: RecordedResource): string => {
    const parent = byUrn.get(resource.parent ?? "");
    return parent === undefined ? `${resource.type.split(":").at(-1)} ${resource.name}` : outermost(parent);
  };
  return outermost;
}

/** The resources of one type, by logical name. */
export function byName(recording: Recording, type: string): Record<string, RecordedResource> {
  const found = recording.resources.filter((resource) => resource.type === type);
  if (found.length === 0) throw new Error(`The stack ${recording.stack} has no ${type}.`);
  return Object.fromEntries(found.map((resource) => [resource.name, resource]));
}
