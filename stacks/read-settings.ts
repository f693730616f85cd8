import * as pulumi from "@pulumi/pulumi";
import { allConfig } from "@pulumi/pulumi/runtime/config";
import { type Settings, validate } from "../config";
import { problemsError } from "./problems-error";

const NAMESPACE = "mlplatform:";

/**
 * The settings of the stack that the engine is running, validated.
 * @throws pulumi.RunError with every problem at once, when the configuration is not valid.
 */
export function readSettings(): Settings {
  const entries = Object.entries(allConfig()).filter(([key]) => key.startsWith(NAMESPACE));
  const values = Object.fromEntries(entries.map(([key, text]) => [key, parsed(text)]));
  const result = validate(pulumi.getStack(), values);
  if (!result.ok) throw problemsError(result.problems);
  return result.settings;
}

/** The engine hands over structured values as JSON, and texts as they are. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
