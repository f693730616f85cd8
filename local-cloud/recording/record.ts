import * as runtime from "@pulumi/pulumi/runtime";
import * as settings from "@pulumi/pulumi/runtime/settings";
import * as state from "@pulumi/pulumi/runtime/state";
import { RecordingMonitor } from "./monitor";
import type { Recording } from "./recorded-resource";

export interface RecordOptions {
  /** The project's name. Default: `mlplatform`. */
  readonly project?: string;
  readonly stack: string;
  /** True leaves what only AWS could know unknown, as in a preview. Default: false. */
  readonly preview?: boolean;
  /** Configuration as the engine hands it over: full keys, every value a text. Default: none. */
  readonly config?: Readonly<Record<string, string>>;
  /** Outputs of other stacks, by the name that a StackReference asks for. Default: none. */
  readonly stackReferences?: Readonly<Record<string, Record<string, unknown>>>;
}

// The mock runtime keeps some of its settings in the process: programs are run one after the other.
let previous: Promise<unknown> = Promise.resolve();

/**
 * Runs a program under Pulumi's mock runtime, with no engine and no plugin, and returns all that it registered.
 * @throws what the program throws, or the first error of a registration; an Error when nothing was registered,
 *   because every check of an empty recording would pass.
 */
export function record(program: () => Promise<unknown>, options: RecordOptions): Promise<Recording> {
  const run = previous.then(() => recordAlone(program, options));
  previous = run.catch(() => undefined);
  return run;
}

async function recordAlone(program: () => Promise<unknown>, options: RecordOptions): Promise<Recording> {
  const project = options.project ?? "mlplatform";
  const preview = options.preview ?? false;
  const monitor = new RecordingMonitor({
    project,
    stack: options.stack,
    preview,
    stackReferences: options.stackReferences ?? {},
  });
  await inFreshRuntime(async () => {
    await runtime.setMocks(monitor.mocks, project, options.stack, preview, "organization");
    settings.setMockOptions(monitor, project, options.stack, preview, "organization");
    runtime.setAllConfig({ ...options.config });
    await runtime.runInPulumiStack(program as () => Promise<any>);
    await settle();
  });
  const resources = monitor.recorded.filter((resource) => resource.type !== "pulumi:pulumi:Stack");
  if (resources.length === 0)
    throw new Error(`The program of stack ${options.stack} registered no resources.`);
  resources.sort((a, b) => (a.urn < b.urn ? -1 : 1));
  return { stack: options.stack, resources, outputs: monitor.stackOutputs };
}

// The SDK has these two for its own use (the Automation API's inline programs run so), without types.
const { withLocalStorage: withOwnStore } = state as unknown as {
  withLocalStorage(run: () => Promise<void>): Promise<void>;
};
const { waitForRPCs: settle } = settings as unknown as { waitForRPCs(): Promise<void> };

/** Gives a run its own runtime settings, and turns errors that escape every promise into its own. */
async function inFreshRuntime(run: () => Promise<void>): Promise<void> {
  const errors: unknown[] = [];
  const keep = (error: unknown) => void errors.push(error);
  process.on("uncaughtException", keep);
  process.on("unhandledRejection", keep);
  try {
    await withOwnStore(run).catch(keep);
    // Rejections that nobody handles are reported only after the turns in which they happened.
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.off("uncaughtException", keep);
    process.off("unhandledRejection", keep);
  }
  if (errors.length > 0) throw errors[0];
}
