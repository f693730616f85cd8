import { createRequire } from "node:module";
import { Calls } from "../store/calls";
import { AwsStandIn } from "./aws";
import { exitWithEngine } from "./lifetime";
import { RandomStandIn } from "./random";
import { serve } from "./server";
import type { StandIn } from "./stand-in";

/** What each stand-in stands in for: the SDK whose version it reports. */
const PROVIDERS: Readonly<
  Record<string, { readonly sdk: string; readonly make: (calls: Calls) => StandIn }>
> = {
  aws: { sdk: "@pulumi/aws", make: (calls) => new AwsStandIn(calls) },
  random: { sdk: "@pulumi/random", make: () => new RandomStandIn() },
};

/** `main.js aws --stand-in` says what it is; `main.js aws <engine's address>` serves until the engine is gone. */
async function main([name = "", ...rest]: readonly string[]): Promise<void> {
  const provider = PROVIDERS[name];
  if (!provider) throw new Error(`There is no stand-in for a provider named "${name}".`);
  const { version } = createRequire(__filename)(`${provider.sdk}/package.json`) as { version: string };
  if (rest.includes("--stand-in")) {
    process.stdout.write(`mlplatform stand-in for ${name} ${version}: nothing leaves this machine\n`);
    return;
  }
  if (process.env.MLPLATFORM_LOCAL !== "1") {
    throw new Error(
      `This is the stand-in for the ${name} provider. It starts only for the local cloud (MLPLATFORM_LOCAL=1).`,
    );
  }
  const engine = rest.find((argument) => /:\d+$/.test(argument)) ?? "none";
  exitWithEngine();
  const port = await serve(
    name,
    version,
    provider.make(new Calls(`${process.ppid}-${engine.replace(/\W+/g, "-")}`)),
  );
  process.stdout.write(`${port}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
