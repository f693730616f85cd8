import type { PulumiFn } from "@pulumi/pulumi/automation";
import pc from "picocolors";
import { openStack, operate, type Session } from "../session";
import { isUp, readState, stacksUp } from "../state";
import { resourceName } from "../summary/resource-name";
import { protectedResources, unprotected } from "./protection";

/** A destroy works from the state: the program is not run. */
const NO_PROGRAM: PulumiFn = () => Promise.resolve();

/**
 * Takes a stack down. Stops before deleting anything when something in it is protected, or when an environment
 * still reads `org`.
 * @param unprotect Lift the protection first: in the local cloud nothing is lost for good.
 * @returns 0, or 1 when it was stopped or failed.
 */
export async function destroy(session: Session, name: string, unprotect: boolean): Promise<number> {
  const { cloud, output } = session;
  if (!isUp(cloud.folders, name)) {
    output.write(`${name} is not up: there is nothing to destroy.\n`);
    return 0;
  }
  const readers = name === "org" ? stacksUp(cloud.folders).filter((other) => other !== "org") : [];
  if (readers.length > 0) {
    output.write(
      `${readers.join(" and ")} still read what org shares. Destroy them first; nothing was deleted.\n`,
    );
    return 1;
  }
  const stack = await openStack(session, name, NO_PROGRAM);
  const state = readState(cloud.folders, name);
  const kept = protectedResources(state);
  if (kept.length > 0 && !unprotect) {
    output.write(`${refusal(name, kept)}\n`);
    return 1;
  }
  if (kept.length > 0) {
    await stack.importStack(unprotected(await stack.exportStack()));
    output.write(`  ${kept.length} resources are no longer protected.\n`);
  }
  const { good } = await operate(session, stack, "destroy", state.resources.length);
  output.write(good ? `${name} is gone from the local cloud.\n` : "The same command goes on from here.\n");
  return good ? 0 : 1;
}

function refusal(name: string, kept: readonly string[]): string {
  return [
    `${pc.bold(`${name} holds ${kept.length} protected resources`)}; nothing was deleted:`,
    ...kept.map((urn) => `  ${resourceName(urn)}`),
    "",
    `In the local cloud only, this lifts the protection and goes on:  npm run local -- destroy ${name} --unprotect`,
    "In a real account, protected data is given up on purpose, by setting its team to offboarding.",
  ].join("\n");
}
