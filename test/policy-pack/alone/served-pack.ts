import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import * as grpc from "@grpc/grpc-js";
import * as rpc from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import * as struct from "google-protobuf/google/protobuf/struct_pb";

type Answered<T> = (error: Error | null, response: T) => void;
interface Client {
  configure(request: analyzer.ConfigureAnalyzerRequest, answered: Answered<unknown>): void;
  analyze(request: analyzer.AnalyzeRequest, answered: Answered<analyzer.AnalyzeResponse>): void;
  analyzeStack(request: analyzer.AnalyzeStackRequest, answered: Answered<analyzer.AnalyzeResponse>): void;
  close(): void;
}

/** A policy's configuration, as the engine sends it. */
export interface Configured {
  readonly level?: "DISABLED" | "ADVISORY" | "MANDATORY";
  readonly properties?: Record<string, struct.JavaScriptValue>;
}

/** A pack that is served from its folder as the engine does it, and asked as the engine asks. */
export class ServedPack {
  private constructor(
    private readonly child: ChildProcess,
    private readonly client: Client,
  ) {}

  static async start(folder: string): Promise<ServedPack> {
    const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
    const child = spawn(process.execPath, [runner, "127.0.0.1:1", folder], { cwd: folder });
    const port = await new Promise<string>((resolve, reject) => {
      let said = "";
      child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
      child.stdout.on("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
      child.on("exit", (code) => reject(new Error(`the pack ended with ${String(code)}: ${said}`)));
    });
    const { AnalyzerClient } = rpc as unknown as {
      AnalyzerClient: new (at: string, by: grpc.ChannelCredentials) => Client;
    };
    return new ServedPack(child, new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure()));
  }

  stop(): void {
    this.client.close();
    this.child.kill();
  }

  async configure(config: Readonly<Record<string, Configured>>): Promise<void> {
    const request = new analyzer.ConfigureAnalyzerRequest();
    for (const [name, { level = "MANDATORY", properties = {} }] of Object.entries(config)) {
      const own = new analyzer.PolicyConfig();
      own.setEnforcementlevel(analyzer.EnforcementLevel[level]);
      own.setProperties(struct.Struct.fromJavaScript(properties));
      request.getPolicyconfigMap().set(name, own);
    }
    await answer<unknown>((answered) => this.client.configure(request, answered));
  }

  /** What the pack finds in a state file: `control: resource (level)`, in order. */
  async judge(stateFile: string, stack = "live"): Promise<readonly string[]> {
    const resources = resourcesOf(stateFile, stack);
    const all = new analyzer.AnalyzeStackRequest();
    all.setResourcesList(resources);
    const answers = [
      await answer<analyzer.AnalyzeResponse>((answered) => this.client.analyzeStack(all, answered)),
    ];
    for (const one of resources) {
      const request = new analyzer.AnalyzeRequest();
      request.setType(one.getType());
      request.setUrn(one.getUrn());
      request.setName(one.getName());
      request.setProperties(one.getProperties());
      request.setOptions(one.getOptions());
      answers.push(await answer((answered) => this.client.analyze(request, answered)));
    }
    const levels = Object.entries(analyzer.EnforcementLevel);
    return answers
      .flatMap((one) => one.toObject().diagnosticsList)
      .map(({ policyname, urn, enforcementlevel }) => {
        const level = levels.find(([, value]) => value === enforcementlevel)?.[0].toLowerCase();
        return `${policyname}: ${urn.split("::").at(-1)} (${level})`;
      })
      .sort();
  }
}

function answer<T>(ask: (answered: Answered<T>) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    ask((error, response) => (error === null ? resolve(response) : reject(error))),
  );
}

interface State {
  readonly deployment: {
    readonly resources: readonly {
      readonly urn: string;
      readonly type: string;
      readonly outputs?: Record<string, struct.JavaScriptValue>;
      readonly propertyDependencies?: Record<string, string[]>;
    }[];
  };
}

function resourcesOf(stateFile: string, stack: string): analyzer.AnalyzerResource[] {
  const state = JSON.parse(
    readFileSync(path.resolve(stateFile), "utf8").replaceAll(":live::", `:${stack}::`),
  ) as State;
  return state.deployment.resources.map(({ urn, type, outputs = {}, propertyDependencies = {} }) => {
    const one = new analyzer.AnalyzerResource();
    one.setUrn(urn);
    one.setType(type);
    one.setName(urn.split("::").at(-1) ?? "");
    one.setProperties(struct.Struct.fromJavaScript(outputs));
    one.setOptions(new analyzer.AnalyzerResourceOptions());
    for (const [input, urns] of Object.entries(propertyDependencies)) {
      const targets = new analyzer.AnalyzerPropertyDependencies();
      targets.setUrnsList(urns);
      one.getPropertydependenciesMap().set(input, targets);
    }
    return one;
  });
}
