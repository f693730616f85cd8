import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import * as rpc from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { type AnalyzerInfo, EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { CONTROLS } from "../../../policy-pack/controls";
import { REMEDIATIONS } from "../../../policy-pack/remediation";

const pack = join(__dirname, "../../../policy-pack");

/** Starts the pack as the engine does, in its folder and by its entry, and returns the port that it listens on. */
function serve(): { readonly child: ChildProcess; readonly port: Promise<string> } {
  const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const child = spawn(process.execPath, [runner, "127.0.0.1:1", pack], { cwd: pack });
  const port = new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stdout.on("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.on("exit", (code) => reject(new Error(`the pack ended with ${String(code)}: ${said}`)));
  });
  return { child, port };
}

interface Client {
  getAnalyzerInfo(request: Empty, callback: (error: Error | null, info: AnalyzerInfo) => void): void;
  close(): void;
}

describe("the pack as the engine starts it", () => {
  it("serves every control as a mandatory policy, the judgement of the exceptions, and remediations that are off", async () => {
    const { child, port } = serve();
    try {
      const AnalyzerClient = (
        rpc as unknown as { AnalyzerClient: new (at: string, by: grpc.ChannelCredentials) => Client }
      ).AnalyzerClient;
      const client = new AnalyzerClient(`127.0.0.1:${await port}`, grpc.credentials.createInsecure());
      const info = await new Promise<AnalyzerInfo.AsObject>((resolve, reject) =>
        client.getAnalyzerInfo(new Empty(), (error, answer) =>
          error === null ? resolve(answer.toObject()) : reject(error),
        ),
      );
      client.close();
      assert.equal(info.name, "mlplatform");
      assert.deepEqual(
        info.policiesList.map((policy) => policy.name),
        [
          ...CONTROLS.map((control) => control.name),
          "exceptions-valid",
          ...REMEDIATIONS.map(({ name }) => name),
        ],
      );
      const { MANDATORY, DISABLED } = EnforcementLevel;
      assert.deepEqual(
        info.policiesList.map((policy) => [policy.name, policy.enforcementlevel]),
        info.policiesList.map(({ name }) => [name, name.startsWith("remediate-") ? DISABLED : MANDATORY]),
        "every control is mandatory, and every remediation off",
      );
    } finally {
      child.kill();
    }
  });
});
