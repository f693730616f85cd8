import { program } from "./program";
import { readSettings } from "./read-settings";

/**
 * What the Pulumi engine runs for every stack: reads and validates the stack's configuration, registers its
 * resources, and returns its outputs. Exported as a function, so that a failure is awaited by the engine.
 */
export = async () => program(readSettings());
