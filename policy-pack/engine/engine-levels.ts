import {
  type ConfigureAnalyzerRequest,
  EnforcementLevel,
  type PolicyConfig,
} from "@pulumi/pulumi/proto/analyzer_pb";
import * as rpc from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { Control, Level } from "../contract/control";
import { ignoredInWords } from "./ignored-levels";
import type { ControlConfig } from "./in-force";

/** The level that the configuration gives a policy for the whole run; undefined when it gives none that is laxer. */
export type EngineLevel = (policy: string) => Level | undefined;

interface ConfigureMethod {
  requestDeserialize: (bytes: Buffer) => ConfigureAnalyzerRequest;
}

/**
 * Hears the levels of `--policy-pack-config` before the SDK does, and has it run the policies all the same. The SDK
 * does not even call a policy that is disabled, so that `disabled` would switch a control off in prod too; here it is
 * up to the control (`inForce`). Policies that are not the pack's controls, its remediations, are left to the SDK. What
 * counts for nothing is said: the engine shows what a pack prints among the diagnostics.
 */
export function hearEngineLevels(controls: readonly Control[]): EngineLevel {
  const names = new Set(controls.map(({ name }) => name));
  const heard = new Map<string, Level>();
  const { configure } = (rpc as unknown as { AnalyzerService: { configure: ConfigureMethod } })
    .AnalyzerService;
  const deserialize = configure.requestDeserialize;
  configure.requestDeserialize = (bytes) => {
    const request = deserialize(bytes);
    heard.clear();
    const configs = new Map<string, ControlConfig>();
    for (const [name, config] of request.getPolicyconfigMap().entries()) {
      if (!names.has(name)) continue;
      const level = levelOf(config.getEnforcementlevel());
      if (level !== undefined) heard.set(name, level);
      configs.set(name, propertiesOf(config));
      config.setEnforcementlevel(EnforcementLevel.MANDATORY);
    }
    const asked = (name: string) => ({ config: configs.get(name) ?? {}, engineLevel: heard.get(name) });
    const ignored = ignoredInWords(controls, asked);
    if (ignored !== undefined) console.log(ignored);
    return request;
  };
  return (policy) => heard.get(policy);
}

/** Mandatory is what every policy is registered with, so that it says nothing of its own. */
function levelOf(level: number): Level | undefined {
  if (level === Number(EnforcementLevel.DISABLED)) return "disabled";
  return level === Number(EnforcementLevel.ADVISORY) ? "advisory" : undefined;
}

/** What else the configuration says, which the engine has held against the policy's schema. */
function propertiesOf(config: PolicyConfig): ControlConfig {
  return (config.getProperties()?.toJavaScript() ?? {}) as ControlConfig;
}
