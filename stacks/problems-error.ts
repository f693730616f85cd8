import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../config";

/** One error for all that is wrong with the configuration, which the engine shows without a stack trace. */
export function problemsError(problems: readonly Problem[]): pulumi.RunError {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const lines = problems.map(
    ({ path, found, expected, fix }) =>
      `${path}\n    found:    ${found}\n    expected: ${expected}\n    fix:      ${fix}`,
  );
  return new pulumi.RunError(`The configuration has ${count}.\n\n${lines.join("\n\n")}\n`);
}
