import { spawn, type ChildProcess } from "node:child_process";
import * as path from "node:path";

/** A script in a process of its own, to be killed without harm to the test. */
export interface Script {
  readonly child: ChildProcess;
  /** Its exit code (-1 when killed) and all that it printed. */
  readonly ended: Promise<{ readonly code: number; readonly text: string }>;
}

/** Starts a script of `test/engine/support`. */
export function startScript(
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Script {
  const register = ["--stack-trace-limit=0", "-r", "ts-node/register/transpile-only"];
  const child = spawn(process.execPath, [...register, path.join(__dirname, name), ...args], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout.on("data", (data: Buffer) => (text += data.toString()));
  child.stderr.on("data", (data: Buffer) => (text += data.toString()));
  const ended = new Promise<{ code: number; text: string }>((resolve) =>
    child.on("exit", (code) => setImmediate(() => resolve({ code: code ?? -1, text }))),
  );
  return { child, ended };
}

/** Polls until something is there. @throws Error when it does not come in time. */
export async function until<T>(what: string, look: () => T | undefined, seconds = 60): Promise<T> {
  for (let tries = 0; tries < seconds * 20; tries++) {
    const seen = look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not come within ${seconds} seconds`);
}
