import { OLDEST_GO, OLDEST_VERSION, type Attempt, type EngineOrigin } from "./engine";

const PLACES: Readonly<Record<EngineOrigin, string>> = {
  path: "installed on this machine",
  downloaded: "downloaded from Pulumi",
  built: "built from Pulumi's Go modules",
};

/** No engine could be had. The message says what was tried, and both ways to get one. */
export class NoEngineError extends Error {
  constructor(readonly attempts: readonly Attempt[]) {
    super(explanation(attempts));
    this.name = "NoEngineError";
  }
}

function explanation(attempts: readonly Attempt[]): string {
  return [
    "The Pulumi engine is needed, and none could be had.",
    "",
    "Tried:",
    ...attempts.map(({ origin, reason }) => `  - ${PLACES[origin]}: ${reason}`),
    "",
    "Either of these gives one:",
    `  - install the Pulumi CLI, v${OLDEST_VERSION.version} or newer: https://www.pulumi.com/docs/install/`,
    `  - install Go, ${OLDEST_GO.version} or newer (https://go.dev/doc/install), with a Go module proxy in reach; ` +
      "the engine is then built once, in about five minutes",
    "",
    "`npm run check` needs no engine.",
  ].join("\n");
}
