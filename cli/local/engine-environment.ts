import * as path from "node:path";
import { backendUrl } from "./state";

/** Variables that the engine may not see: they lead to an account, to Pulumi Cloud, or away from the stand-ins. */
const REMOVED: readonly RegExp[] = [
  // Credentials, profiles, endpoints and configuration of AWS.
  /^AWS_/,
  // With it set, plugins on the PATH are ignored, and a real provider would act.
  /^PULUMI_IGNORE_AMBIENT_PLUGINS$/,
  /^PULUMI_ACCESS_TOKEN$/,
  /^PULUMI_BACKEND_URL$/,
  /^PULUMI_CONFIG_PASSPHRASE(_FILE)?$/,
  /^PULUMI_(STACK|ORGANIZATION|PREFER_YARN|DEBUG_PROVIDERS|DEBUG_LANGUAGES|POLICY_PACKS?)$/,
];

export interface EnvironmentOptions {
  /** Folders that come first on the PATH: stand-in plugins, engine, launchers. */
  readonly pathFolders: readonly string[];
  readonly state: string;
  readonly home: string;
  readonly cloud: string;
  readonly passphrase: string;
}

/** The environment of the engine and of all that it starts: nothing in it leads out of this machine. */
export function engineEnvironment(
  inherited: NodeJS.ProcessEnv,
  options: EnvironmentOptions,
): Record<string, string> {
  const kept = Object.entries(inherited).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !REMOVED.some((pattern) => pattern.test(entry[0])),
  );
  return {
    ...Object.fromEntries(kept),
    PATH: [...options.pathFolders, inherited["PATH"] ?? ""].join(path.delimiter),
    AWS_CONFIG_FILE: path.join(options.home, "no-aws-config"),
    AWS_SHARED_CREDENTIALS_FILE: path.join(options.home, "no-aws-credentials"),
    AWS_EC2_METADATA_DISABLED: "true",
    PULUMI_BACKEND_URL: backendUrl(options.state),
    PULUMI_HOME: options.home,
    PULUMI_CONFIG_PASSPHRASE: options.passphrase,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    // A file backend holds the checkpoint itself; its history would only grow.
    PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
    MLPLATFORM_LOCAL: "1",
    MLPLATFORM_LOCAL_CLOUD: options.cloud,
  };
}
