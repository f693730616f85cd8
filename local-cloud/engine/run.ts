import { spawn } from "node:child_process";

/** What a program that ran to its end left behind. */
export interface Ran {
  /** Zero when it went well; -1 when it could not be started, or was ended after `timeoutSeconds`. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly environment: NodeJS.ProcessEnv;
  /** How long it may take. Default: 20 seconds. */
  readonly timeoutSeconds?: number;
  /** Told every line that the program writes to its error output. */
  readonly onErrorLine?: (line: string) => void;
}

/** Runs a program and waits for it. Never throws: a program that is not there answers with code -1. */
export function run(program: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output = { stdout: "", stderr: "" };
    const timer = setTimeout(() => child.kill("SIGKILL"), (options.timeoutSeconds ?? 20) * 1000);
    child.stdout.on("data", (data: Buffer) => (output.stdout += data.toString()));
    child.stderr.on("data", (data: Buffer) => {
      output.stderr += data.toString();
      for (const line of data.toString().split("\n")) {
        if (line.trim()) options.onErrorLine?.(line.trim());
      }
    });
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve({ code: -1, stdout: "", stderr: error.message });
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? -1, ...output });
    });
  });
}
