import assert from "node:assert/strict";
import type { Policies } from "@pulumi/policy";
import * as server from "@pulumi/policy/server";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import * as struct from "google-protobuf/google/protobuf/struct_pb";
import { remediationPolicy } from "../../../policy-pack/engine/remediation-policy";
import { REMEDIATIONS } from "../../../policy-pack/remediation";
import { UNKNOWN_SENTINEL } from "../support/realise";
import { SETTINGS } from "../support/verdicts";

type Handler = (
  call: { request: unknown },
  callback: (error: unknown, response: analyzer.RemediateResponse) => void,
) => void;
/** What the SDK's server is made of. It is internal there; going through it shows what the engine would be told. */
const { makeRemediateRpcFun } = server as unknown as {
  makeRemediateRpcFun: (pack: string, version: string, level: string, policies: Policies) => Handler;
};

/** How Pulumi sends a secret: https://github.com/pulumi/pulumi/blob/v3.256.0/sdk/nodejs/runtime/rpc.ts */
const secret = (value: struct.JavaScriptValue) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  value,
});

/** What the server hands back for a resource: the remediations that changed it, and the properties as they then are. */
async function remediate(
  level: "disabled" | "remediate",
  type: string,
  props: Record<string, struct.JavaScriptValue>,
): Promise<
  readonly { readonly policy: string; readonly diagnostic: string; readonly properties: unknown }[]
> {
  const policies = REMEDIATIONS.map((one) => {
    const policy = remediationPolicy(one, SETTINGS);
    assert.equal(policy.enforcementLevel, "disabled", "off unless it is asked for");
    return { ...policy, enforcementLevel: level };
  });
  const request = new analyzer.AnalyzeRequest();
  request.setType(type);
  request.setUrn(`urn:pulumi:dev::mlplatform::${type}::it`);
  request.setName("it");
  request.setProperties(struct.Struct.fromJavaScript(props));
  request.setOptions(new analyzer.AnalyzerResourceOptions());
  const handler = makeRemediateRpcFun("mlplatform", "1.0.0", "mandatory", policies);
  const response = await new Promise<analyzer.RemediateResponse>((resolve, reject) =>
    handler({ request }, (error, answer) => (error ? reject(error as Error) : resolve(answer))),
  );
  return response.getRemediationsList().map((one) => ({
    policy: one.getPolicyname(),
    diagnostic: one.getDiagnostic(),
    properties: one.getProperties()?.toJavaScript(),
  }));
}

const VOLUME = "aws:ebs/volume:Volume";
const INSTANCE = "aws:ec2/instance:Instance";

describe("the remediations in Pulumi's policy server", () => {
  it("change nothing unless they are asked for", async () => {
    assert.deepEqual(await remediate("disabled", VOLUME, { size: 1 }), []);
  });

  it("hand back the whole resource with what was left out", async () => {
    assert.deepEqual(await remediate("remediate", VOLUME, { size: 1 }), [
      { policy: "remediate-disk-encryption", diagnostic: "", properties: { size: 1, encrypted: true } },
    ]);
  });

  it("fill in what the provider had filled in, which is then no default any more", async () => {
    const props = {
      enableKeyRotation: false,
      description: "d",
      __defaults: ["enableKeyRotation", "isEnabled"],
    };
    assert.deepEqual(await remediate("remediate", "aws:kms/key:Key", props), [
      {
        policy: "remediate-key-rotation",
        diagnostic: "",
        properties: { enableKeyRotation: true, description: "d", __defaults: ["isEnabled"] },
      },
    ]);
  });

  it("see what the one before has set", async () => {
    const changed = await remediate("remediate", INSTANCE, { ami: "ami-1" });
    assert.deepEqual(
      changed.map(({ policy }) => policy),
      ["remediate-disk-encryption", "remediate-imdsv2", "remediate-instance-public-ip"],
    );
    assert.deepEqual(changed.at(-1)?.properties, {
      ami: "ami-1",
      associatePublicIpAddress: false,
      rootBlockDevice: { encrypted: true },
      metadataOptions: { httpTokens: "required" },
    });
  });

  it("keep what is secret a secret, and what is unknown unknown", async () => {
    const userData = secret("marker");
    const metadataOptions = secret({ httpEndpoint: "enabled" });
    const changed = await remediate("remediate", INSTANCE, {
      userData,
      metadataOptions,
      subnetId: UNKNOWN_SENTINEL,
    });
    assert.deepEqual(changed.at(-1)?.properties, {
      userData,
      metadataOptions: secret({ httpEndpoint: "enabled", httpTokens: "required" }),
      subnetId: UNKNOWN_SENTINEL,
      associatePublicIpAddress: false,
      rootBlockDevice: { encrypted: true },
    });
  });

  it("leave alone, without a word, what is on its way and what the program says itself", async () => {
    assert.deepEqual(await remediate("remediate", VOLUME, { encrypted: UNKNOWN_SENTINEL }), []);
    assert.deepEqual(await remediate("remediate", VOLUME, { encrypted: false }), []);
    assert.deepEqual(await remediate("remediate", VOLUME, { encrypted: secret(true) }), []);
  });
});
