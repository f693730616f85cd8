import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { identityOf, type Engine } from "../../local-cloud/engine";

/** How the Automation API asks for the engine to be run: its own type leaves this method out. */
interface RunsCommands {
  run(
    args: string[],
    cwd: string,
    environment: Readonly<Record<string, string>>,
    onOutput?: (text: string) => void,
    onError?: (text: string) => void,
    signal?: AbortSignal,
  ): Promise<{ stdout: string; stderr: string; code: number }>;
}

export interface EngineCommandOptions {
  readonly engine: Engine;
  /** The whole environment of the engine: nothing is inherited besides. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where the identity of the running engine is kept, for the run after a crash. */
  readonly processFile: string;
}

/** The engine ended with an error. Its message is what the engine wrote. */
export class EngineError extends Error {
  constructor(
    readonly stdout: string,
    readonly stderr: string,
    readonly code: number,
  ) {
    super(stderr.trim() || stdout.trim() || `The engine ended with code ${code}.`);
    this.name = "EngineError";
  }
}

/**
 * The engine as the Automation API runs it, in three ways unlike its own: with exactly the environment given (its
 * own adds to this process's, credentials included), in a process group of its own (so that one Ctrl-C reaches it
 * once, from here), and with its identity written down while it runs.
 */
export function engineCommand(options: EngineCommandOptions): PulumiCommand {
  const command: RunsCommands & Pick<PulumiCommand, "command" | "version"> = {
    command: options.engine.executable,
    version: options.engine.version,
    run: (args, cwd, environment, onOutput, onError, signal) =>
      runEngine(options, { args, cwd, environment, onOutput, onError, signal }),
  };
  return Object.assign(Object.create(PulumiCommand.prototype) as PulumiCommand, command);
}

/** One run of the engine. */
export interface EngineRun {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly onOutput?: (text: string) => void;
  readonly onError?: (text: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Runs the engine to its end.
 * @throws EngineError when it ends with an error.
 */
export function runEngine(
  options: EngineCommandOptions,
  run: EngineRun,
): Promise<{ stdout: string; stderr: string; code: number }> {
  return new Promise((resolve, reject) => {
    const engine = spawn(options.engine.executable, [...run.args, "--non-interactive"], {
      cwd: run.cwd,
      env: { ...options.environment, ...run.environment, PULUMI_AUTOMATION_API: "true" },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    if (engine.pid !== undefined) remember(options.processFile, engine.pid);
    const stop = () => engine.kill("SIGINT");
    run.signal?.addEventListener("abort", stop);
    if (run.signal?.aborted === true) stop();

    const output = { stdout: "", stderr: "" };
    engine.stdout.on("data", (data: Buffer) => {
      output.stdout += data.toString();
      run.onOutput?.(data.toString());
    });
    engine.stderr.on("data", (data: Buffer) => {
      output.stderr += data.toString();
      run.onError?.(data.toString());
    });
    engine.on("error", (error) => reject(new EngineError("", error.message, -1)));
    engine.on("close", (code) => {
      run.signal?.removeEventListener("abort", stop);
      fs.rmSync(options.processFile, { force: true });
      if (code === 0) resolve({ ...output, code });
      else reject(new EngineError(output.stdout, output.stderr, code ?? -1));
    });
  });
}

function remember(processFile: string, pid: number): void {
  fs.mkdirSync(path.dirname(processFile), { recursive: true });
  fs.writeFileSync(processFile, JSON.stringify(identityOf(pid) ?? null));
}
