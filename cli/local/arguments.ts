import { parseArgs } from "node:util";
import { STACKS } from "../../config";

export const COMMANDS = ["preview", "up", "refresh", "destroy", "outputs"] as const;
export type LocalCommandName = (typeof COMMANDS)[number];

/** What a person asked for. */
export interface LocalArguments {
  readonly command: LocalCommandName;
  readonly stack: string;
  /** Lift the protection of what would be destroyed. */
  readonly unprotect: boolean;
  /** Print outputs as JSON. */
  readonly json: boolean;
}

export const USAGE = `Runs an environment on the real Pulumi engine, with stand-ins for AWS: no account is needed, and
nothing leaves this machine.

  npm run local -- preview ENV               what would change; changes nothing
  npm run local -- up ENV                    brings org up first, then the environment
  npm run local -- refresh ENV               reads what is there, and says what has drifted
  npm run local -- outputs ENV [--json]      the stack's outputs, secrets masked
  npm run local -- destroy ENV [--unprotect] takes it down; stops before anything that is protected

ENV is one of ${STACKS.join(", ")}. State, cloud and passphrase are kept in .local/, which git ignores.
`;

/** Reads the arguments, or says what is wrong with them. */
export function readArguments(argv: readonly string[]): LocalArguments | { readonly fault: string } {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { unprotect: { type: "boolean" }, json: { type: "boolean" } },
    });
  } catch (error) {
    return { fault: (error as Error).message };
  }
  const [name, stack, ...more] = parsed.positionals;
  const command = COMMANDS.find((known) => known === name);
  if (command === undefined) return { fault: `"${name ?? ""}" is none of ${COMMANDS.join(", ")}.` };
  if (stack === undefined) return { fault: `Which environment? One of ${STACKS.join(", ")}.` };
  if (!STACKS.some((known) => known === stack))
    return { fault: `"${stack}" is none of ${STACKS.join(", ")}.` };
  if (more.length > 0) return { fault: `One environment at a time: what is "${more.join(" ")}"?` };
  const { unprotect = false, json = false } = parsed.values;
  return { command, stack, unprotect, json };
}
