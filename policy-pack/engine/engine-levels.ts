import { EnforcementLevel, type ConfigureAnalyzerRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import * as rpc from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { Level } from "../contract/control";

/** The level that the configuration gives a policy for the whole run; undefined when it gives none that is laxer. */
export type EngineLevel = (policy: string) => Level | undefined;

interface ConfigureMethod {
  requestDeserialize: (bytes: Buffer) => ConfigureAnalyzerRequest;
}

/**
 * Hears the levels of `--policy-pack-config` before the SDK does, and has it run the policies all the same. The SDK
 * does not even call a policy that is disabled, so that `disabled` would switch a control off in prod too; here it is
 * up to the control (`inForce`). Policies that are not the pack's controls, its remediations, are left to the SDK.
 */
export function hearEngineLevels(controls: ReadonlySet<string>): EngineLevel {
  const heard = new Map<string, Level>();
  const { configure } = (rpc as unknown as { AnalyzerService: { configure: ConfigureMethod } })
    .AnalyzerService;
  const deserialize = configure.requestDeserialize;
  configure.requestDeserialize = (bytes) => {
    const request = deserialize(bytes);
    heard.clear();
    for (const [name, config] of request.getPolicyconfigMap().entries()) {
      if (!controls.has(name)) continue;
      const level = levelOf(config.getEnforcementlevel());
      if (level !== undefined) heard.set(name, level);
      config.setEnforcementlevel(EnforcementLevel.MANDATORY);
    }
    return request;
  };
  return (policy) => heard.get(policy);
}

/** Mandatory is what every policy is registered with, so that it says nothing of its own. */
function levelOf(level: number): Level | undefined {
  if (level === Number(EnforcementLevel.DISABLED)) return "disabled";
  return level === Number(EnforcementLevel.ADVISORY) ? "advisory" : undefined;
}
