import { parse, type SemVer } from "semver";
import { run } from "./run";

/** The version that a Pulumi CLI says it has, or null when it cannot be run or does not say. */
export async function versionOf(executable: string, environment: NodeJS.ProcessEnv): Promise<SemVer | null> {
  const { code, stdout } = await run(executable, ["version"], {
    environment: { ...environment, PULUMI_SKIP_UPDATE_CHECK: "true" },
  });
  return code === 0 ? parse(stdout.trim()) : null;
}
