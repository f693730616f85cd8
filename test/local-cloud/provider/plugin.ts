import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  CheckRequest,
  type CheckResponse,
  ConfigureRequest,
  CreateRequest,
  type CreateResponse,
  DeleteRequest,
  DiffRequest,
  InvokeRequest,
  type InvokeResponse,
  ReadRequest,
  type ReadResponse,
  UpdateRequest,
  type UpdateResponse,
  type DiffResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { PROVIDERS_FOLDER } from "../../../local-cloud";

type Properties = Record<string, unknown>;

export const PASSPHRASE = "a passphrase of the tests";

/** A folder for a cloud, removed by `remove`. */
export function temporaryCloud(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "local-cloud-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function urn(type: string, name: string): string {
  return `urn:pulumi:dev::tests::${type}::${name}`;
}

/** A running stand-in, spoken to as the engine does. */
export class Plugin {
  private constructor(
    readonly process: ChildProcess,
    private readonly client: ResourceProviderClient,
  ) {}

  static async start(
    provider: "aws" | "random",
    cloud: string,
    environment: Record<string, string> = {},
  ): Promise<Plugin> {
    const child = spawn(join(PROVIDERS_FOLDER, `pulumi-resource-${provider}`), ["127.0.0.1:1"], {
      env: {
        ...process.env,
        MLPLATFORM_LOCAL: "1",
        MLPLATFORM_LOCAL_CLOUD: cloud,
        PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
        ...environment,
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const port = Number(String(((await once(child.stdout, "data")) as [Buffer])[0]));
    return new Plugin(
      child,
      new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure()),
    );
  }

  /** Starts an AWS stand-in that acts in an account. */
  static async inAccount(
    account: string,
    cloud: string,
    environment: Record<string, string> = {},
  ): Promise<Plugin> {
    const plugin = await Plugin.start("aws", cloud, environment);
    await plugin.configure({
      region: "eu-central-1",
      allowedAccountIds: JSON.stringify([account]),
      assumeRoles: JSON.stringify([{ roleArn: `arn:aws:iam::${account}:role/deployment` }]),
      defaultTags: JSON.stringify({ tags: { Environment: "dev", Owner: "core" } }),
    });
    return plugin;
  }

  async stop(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    this.client.close();
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = once(this.process, "exit");
    this.process.kill(signal);
    await gone;
  }

  configure(args: Properties): Promise<void> {
    const request = new ConfigureRequest();
    request.setArgs(struct(args));
    return call(
      (done) => this.client.configure(request, done),
      () => undefined,
    );
  }

  check(type: string, name: string, news: Properties, olds: Properties = {}, seed = "seed") {
    const request = new CheckRequest();
    request.setUrn(urn(type, name));
    request.setNews(struct(news));
    request.setOlds(struct(olds));
    request.setRandomseed(Buffer.from(seed));
    return call(
      (done) => this.client.check(request, done),
      (response: CheckResponse) => ({
        inputs: plain(response.getInputs()),
        failures: response
          .getFailuresList()
          .map((failure) => `${failure.getProperty()}: ${failure.getReason()}`),
      }),
    );
  }

  create(
    type: string,
    name: string,
    inputs: Properties,
    preview = false,
  ): Promise<{ id: string; outputs: Properties }> {
    const request = new CreateRequest();
    request.setUrn(urn(type, name));
    request.setProperties(struct(inputs));
    request.setPreview(preview);
    return call(
      (done) => this.client.create(request, done),
      (response: CreateResponse) => ({ id: response.getId(), outputs: plain(response.getProperties()) }),
    );
  }

  read(type: string, name: string, id: string, inputs: Properties = {}, outputs: Properties = {}) {
    const request = new ReadRequest();
    request.setUrn(urn(type, name));
    request.setId(id);
    request.setInputs(struct(inputs));
    request.setProperties(struct(outputs));
    return call(
      (done) => this.client.read(request, done),
      (response: ReadResponse) => ({
        id: response.getId(),
        inputs: plain(response.getInputs()),
        outputs: plain(response.getProperties()),
      }),
    );
  }

  diff(type: string, name: string, oldInputs: Properties, news: Properties) {
    const request = new DiffRequest();
    request.setUrn(urn(type, name));
    request.setOldInputs(struct(oldInputs));
    request.setNews(struct(news));
    return call((done) => this.client.diff(request, done), difference);
  }

  update(
    type: string,
    name: string,
    id: string,
    known: { inputs: Properties; outputs: Properties },
    news: Properties,
    preview = false,
  ) {
    const request = new UpdateRequest();
    request.setUrn(urn(type, name));
    request.setId(id);
    request.setOldInputs(struct(known.inputs));
    request.setOlds(struct(known.outputs));
    request.setNews(struct(news));
    request.setPreview(preview);
    return call(
      (done) => this.client.update(request, done),
      (response: UpdateResponse) => plain(response.getProperties()),
    );
  }

  delete(type: string, name: string, id: string, outputs: Properties = {}): Promise<void> {
    const request = new DeleteRequest();
    request.setUrn(urn(type, name));
    request.setId(id);
    request.setProperties(struct(outputs));
    return call(
      (done) => this.client.delete(request, done),
      () => undefined,
    );
  }

  invoke(token: string, args: Properties = {}): Promise<Properties> {
    const request = new InvokeRequest();
    request.setTok(token);
    request.setArgs(struct(args));
    return call(
      (done) => this.client.invoke(request, done),
      (response: InvokeResponse) => plain(response.getReturn()),
    );
  }
}

function difference(response: DiffResponse) {
  return {
    changes: response.getChanges(),
    properties: response.getDiffsList(),
    replaces: response.getReplacesList(),
    deleteBeforeReplace: response.getDeletebeforereplace(),
    details: Object.fromEntries(
      response
        .getDetaileddiffMap()
        .toArray()
        .map(([path]) => [path, response.getDetaileddiffMap().get(path)?.getKind()]),
    ),
  };
}

function struct(values: Properties): Struct {
  return Struct.fromJavaScript(values as Parameters<typeof Struct.fromJavaScript>[0]);
}

function plain(message: Struct | undefined): Properties {
  return (message?.toJavaScript() ?? {}) as Properties;
}

function call<Response, Result>(
  start: (done: (error: grpc.ServiceError | null, response: Response) => void) => unknown,
  result: (response: Response) => Result,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    start((error, response) => {
      if (error) reject(new Error(error.details));
      else resolve(result(response));
    });
  });
}
