import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { inSession, openStack, operate } from "../cli/local/session";
import { findEngine } from "../local-cloud/engine";

const ROOT = path.dirname(__dirname);

/** Previews a program on the real engine, in a local cloud of its own. Returns how many resources it saw. */
export async function enginePreview(
  program: () => Promise<void>,
  policyPacks: readonly string[],
): Promise<number> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "mlplatform-bench-cloud-"));
  const output = { isTTY: false, columns: 80, write: () => undefined };
  const engine = await findEngine({ report: () => undefined });
  try {
    return await inSession({ root: ROOT, folder, engine, output, policyPacks }, async (session) => {
      const stack = await openStack(session, "dev", program);
      const { good, log, engineMessage } = await operate(session, stack, "preview");
      if (!good)
        throw new Error(`The preview failed: ${engineMessage ?? `${log.violations.length} violations`}`);
      return log.changes.size;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
