import type { Context } from "mocha";
import { findEngine, NoEngineError, type Engine } from "../../../local-cloud/engine";

let found: Promise<Engine> | undefined;

/**
 * The real engine. Without one a test is skipped, loudly; where CI is set, it fails: there nothing may be skipped.
 * @param context The test's or hook's `this`.
 */
export async function engineOrSkip(context: Context): Promise<Engine> {
  found ??= findEngine({ report: (message) => console.log(message) });
  try {
    return await found;
  } catch (error) {
    if (!(error instanceof NoEngineError) || process.env["CI"] !== undefined) throw error;
    console.log(`\n!!! SKIPPED, NOT TESTED: ${error.message}\n`);
    return context.skip();
  }
}
