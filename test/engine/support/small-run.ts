import { inSession, openStack, operate } from "../../../cli/local/session";
import { findEngine } from "../../../local-cloud/engine";
import { smallProgram } from "./small-program";

/** Brings the small program up as `local up` does. Arguments: the project's folder, the local cloud's folder. */
async function main([root = "", folder = ""]: readonly string[]): Promise<number> {
  const engine = await findEngine();
  const output = { isTTY: false, columns: 80, write: (text: string) => void process.stdout.write(text) };
  return inSession({ root, folder, engine, output, policyPacks: [] }, async (session) => {
    const { good } = await operate(session, await openStack(session, "dev", smallProgram), "up");
    return good ? 0 : 1;
  });
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
