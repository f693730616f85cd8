import { join } from "node:path";

/** The folder with the stand-in providers, to be put first on the engine's PATH. */
export const PROVIDERS_FOLDER = join(__dirname, "bin");

/** What `pulumi-resource-<name> --stand-in` prints: how to tell the stand-in from a provider that acts. */
export const STAND_IN_LINE = /^mlplatform stand-in for (\w+) (\d+\.\d+\.\d+): nothing leaves this machine$/;
