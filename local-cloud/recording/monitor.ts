import { createHash } from "node:crypto";
import * as mocks from "@pulumi/pulumi/runtime/mocks";
import * as rpc from "@pulumi/pulumi/runtime/rpc";
import * as resourceMessages from "@pulumi/pulumi/proto/resource_pb";
import * as providerMessages from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { answerCreate, answerInvoke, type AnswerContext } from "../answers";
import { providerScope, type ProviderScope } from "./provider-scope";
import type { RecordedResource } from "./recorded-resource";
import { engineUrn } from "./urn";
import { maskSecrets, openSecrets } from "./wire";

type Plain = Record<string, unknown>;
type Callback = (error: unknown, response: unknown) => void;

export interface MonitorOptions {
  readonly project: string;
  readonly stack: string;
  /** True leaves out what only AWS could know, so that the program sees unknowns, as in a preview. */
  readonly preview: boolean;
  /** Other stacks' outputs, by the name that a StackReference asks for. */
  readonly stackReferences: Readonly<Record<string, Plain>>;
}

const NO_MOCKS: mocks.Mocks = {
  call: () => ({}),
  newResource: () => ({ id: undefined, state: {} }),
};

const stringMap = (map: {
  forEach(each: (value: any, key: string) => void): void;
}): Record<string, string[]> => {
  const result: Record<string, string[]> = {};
  map.forEach((value, key) => {
    result[key] = value.getUrnsList().sort();
  });
  return result;
};

/** A reference to another stack, as the engine keeps it: a resource that was read, and that nobody made. */
function readReference(urn: string, name: string, asked: string, outputs: Plain): RecordedResource {
  return {
    urn,
    type: "pulumi:pulumi:StackReference",
    name,
    custom: true,
    inputs: { name: asked },
    secretInputs: [],
    id: asked,
    outputs: { name: asked, outputs },
    computed: [],
    dependencies: [],
    propertyDependencies: {},
    options: { protect: false, retainOnDelete: false, ignoreChanges: [], aliases: [] },
  };
}

/** The SDK shows an error's `details`, which gRPC would have set. */
function asServiceError(error: unknown): Error {
  const plain = error instanceof Error ? error : new Error(String(error));
  return Object.assign(plain, { code: 2, details: plain.message });
}

/**
 * Pulumi's mock monitor, recording what plain mocks hide: parents, options, providers, property
 * dependencies and secret inputs. It also refuses what the engine would refuse and mocks let pass: two
 * resources with one URN, and an AWS resource or data source without an explicit provider.
 */
export class RecordingMonitor extends mocks.MockMonitor {
  readonly recorded: RecordedResource[] = [];
  stackOutputs: Plain = {};
  private readonly providers = new Map<string, ProviderScope>();

  constructor(private readonly options: MonitorOptions) {
    super(NO_MOCKS);
  }

  override async registerResource(request: any, callback: Callback): Promise<void> {
    try {
      const response = new resourceMessages.RegisterResourceResponse();
      const { urn, id, outputs } = this.register(request);
      response.setUrn(urn);
      response.setId(id ?? "");
      response.setObject(Struct.fromJavaScript(outputs as any));
      callback(null, response);
    } catch (error) {
      callback(asServiceError(error), undefined);
    }
  }

  private register(request: any): { urn: string; id: string | undefined; outputs: Plain } {
    const type: string = request.getType();
    const name: string = request.getName();
    const { project, stack } = this.options;
    const urn = engineUrn(project, stack, type, name, request.getParent());
    if (this.resources.has(urn))
      throw new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`);

    const wire: Plain = request.getObject()?.toJavaScript() ?? {};
    const { inputs, secretInputs } = openSecrets(wire);
    const custom: boolean = request.getCustom();
    const scope = custom ? this.scopeOf(type, urn, inputs, request.getProvider()) : undefined;
    const answer = custom ? answerCreate(type, inputs, this.context(scope, name, urn)) : undefined;
    const computed = Object.keys(answer?.outputs ?? {}).filter((key) => !(key in inputs));
    const id =
      answer === undefined || (this.options.preview && !type.startsWith("pulumi:providers:"))
        ? undefined
        : answer.id;

    this.resources.set(urn, { urn, id: id ?? null, state: {} });
    if (type.startsWith("pulumi:providers:")) this.providers.set(urn, providerScope(urn, inputs));
    this.recorded.push({
      urn,
      type,
      name,
      custom,
      ...(request.getParent() === "" ? {} : { parent: request.getParent() }),
      inputs,
      secretInputs,
      ...(answer === undefined ? {} : { id: answer.id }),
      outputs: { ...inputs, ...answer?.outputs },
      computed,
      ...(scope === undefined ? {} : { provider: scope }),
      dependencies: request.getDependenciesList().sort(),
      propertyDependencies: stringMap(request.getPropertydependenciesMap()),
      options: {
        protect: request.getProtect() ?? false,
        retainOnDelete: request.getRetainondelete() ?? false,
        ignoreChanges: request.getIgnorechangesList(),
        aliases: request
          .getAliasesList()
          .map((alias: any) => alias.getUrn() || JSON.stringify(alias.getSpec()?.toObject())),
      },
    });
    return { urn, id, outputs: this.options.preview ? wire : { ...answer?.outputs, ...wire } };
  }

  override async invoke(request: any, callback: Callback): Promise<void> {
    try {
      const token: string = request.getTok();
      if (token === "pulumi:pulumi:getResource") return await super.invoke(request, callback);
      const scope = this.scopeOf(token, token, {}, request.getProvider());
      const args = openSecrets(request.getArgs()?.toJavaScript() ?? {}).inputs;
      const response = new providerMessages.InvokeResponse();
      response.setReturn(
        Struct.fromJavaScript(answerInvoke(token, args, this.context(scope, "", token)) as any),
      );
      callback(null, response);
    } catch (error) {
      callback(asServiceError(error), undefined);
    }
  }

  /** Reads are answered for references to other stacks only: nothing else exists yet to be read. */
  override async readResource(request: any, callback: Callback): Promise<void> {
    try {
      const type: string = request.getType();
      if (type !== "pulumi:pulumi:StackReference") throw new Error(`${type} cannot be read offline.`);
      const asked = String(request.getProperties()?.toJavaScript()["name"] ?? request.getName());
      const outputs = this.options.stackReferences[asked] ?? {};
      const urn = engineUrn(
        this.options.project,
        this.options.stack,
        type,
        request.getName(),
        request.getParent(),
      );
      this.recorded.push(readReference(urn, request.getName(), asked, outputs));
      const response = new resourceMessages.ReadResourceResponse();
      response.setUrn(urn);
      response.setProperties(Struct.fromJavaScript({ name: asked, outputs, secretOutputNames: [] } as any));
      callback(null, response);
    } catch (error) {
      callback(asServiceError(error), undefined);
    }
  }

  override registerResourceOutputs(request: any, callback: Callback): void {
    if (request.getUrn().split("::")[2] === "pulumi:pulumi:Stack") {
      this.stackOutputs = maskSecrets(request.getOutputs()?.toJavaScript() ?? {}) as Plain;
    }
    callback(null, {});
  }

  /** The provider that a resource or data source names; one that needs an account must name one. */
  private scopeOf(type: string, urn: string, inputs: Plain, reference: string): ProviderScope | undefined {
    if (type.startsWith("pulumi:")) return undefined;
    const providerUrn = reference.slice(0, reference.lastIndexOf("::"));
    const scope = this.providers.get(providerUrn);
    if (scope === undefined) {
      throw new Error(
        `Default provider for '${type.split(":")[0]}' disabled. '${urn}' must use an explicit provider.`,
      );
    }
    const region = inputs["region"];
    return typeof region === "string" && region !== rpc.unknownValue ? { ...scope, region } : scope;
  }

  private context(scope: ProviderScope | undefined, name: string, urn: string): AnswerContext {
    const region = scope?.region ?? "";
    return {
      account: scope?.account ?? "",
      region,
      partition: region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws",
      name,
      unique: createHash("sha256").update(urn).digest("hex"),
    };
  }
}
