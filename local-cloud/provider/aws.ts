import { createHash, randomBytes } from "node:crypto";
import { answerCreate, answerInvoke, computedOutputs, type AnswerContext } from "../answers";
import { sdkShape } from "../answers/sdk-shape";
import type { Calls } from "../store/calls";
import {
  createRecord,
  findRecord,
  removeRecord,
  replaceRecord,
  TakenError,
  type CloudRecord,
} from "../store/records";
import { foreseeableKey, location, uniqueKey, uniquenessPlace } from "./address";
import { isAutonamed, withName } from "./autonaming";
import { readConfiguration, type Configuration } from "./configuration";
import { isImmutable } from "./immutable";
import { propertyChanges } from "./property-diff";
import { openSecrets, sealSecrets } from "./sealed-properties";
import {
  CloudError,
  type Autonaming,
  type Checked,
  type Difference,
  type Existing,
  type StandIn,
  type Target,
} from "./stand-in";
import { withAllTags } from "./tags";
import { hasUnknown, plain, secret, secretTexts, UNKNOWN, type Properties } from "./values";

interface Known {
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/** The stand-in for the AWS provider: what AWS would answer, kept in the records of the local cloud. */
export class AwsStandIn implements StandIn {
  private configuration: Configuration = readConfiguration({});

  constructor(private readonly calls: Calls) {}

  configure(args: Properties): void {
    this.configuration = readConfiguration(args);
  }

  check(target: Target, olds: Properties, news: Properties, seed: Buffer, autonaming?: Autonaming): Checked {
    const named = withName(target.type, target.name, plain<Properties>(olds), news, seed, autonaming);
    return {
      inputs: withAllTags(target.type, named.inputs, this.configuration.defaultTags),
      failures: named.failures,
    };
  }

  diff(target: Target, oldInputs: Properties, news: Properties): Difference {
    const olds = withoutBookkeeping(plain(oldInputs));
    const now = withoutBookkeeping(plain(news));
    const changes = propertyChanges(olds, now).map((change) => ({
      ...change,
      replaces: isImmutable(target.type, change.property),
    }));
    // Two with one name cannot be at once, so the old one goes first; a name that the provider chose will change.
    const key = foreseeableKey(target.type, now, this.context(target, now));
    const sameKey =
      key !== undefined && key === foreseeableKey(target.type, olds, this.context(target, olds));
    return { changes, deleteBeforeReplace: sameKey && !isAutonamed(target.type, plain(news)) };
  }

  async create(
    target: Target,
    inputs: Properties,
    preview: boolean,
  ): Promise<{ id: string; outputs: Properties }> {
    if (preview) return { id: "", outputs: this.previewed(target.type, inputs) };
    const done = await this.calls.begin("create", target.urn);
    const answer = answerCreate(target.type, plain(inputs), this.context(target, inputs));
    const outputs = this.outputs(target.type, inputs, answer.outputs);
    this.keep(target, answer.id, inputs, outputs);
    await done();
    return { id: answer.id, outputs };
  }

  read(target: Target, id: string, known: Known): Existing | undefined {
    const record = this.find(target.type, id, known);
    return record && { id, inputs: openSecrets(record.inputs), outputs: openSecrets(record.outputs) };
  }

  async update(
    target: Target,
    id: string,
    known: Known,
    news: Properties,
    preview: boolean,
  ): Promise<Properties> {
    const decided = Object.fromEntries(
      Object.entries(known.outputs).filter(([name]) => !(name in known.inputs)),
    );
    const outputs = { ...decided, ...withoutBookkeeping(news) };
    if (preview) return outputs;
    const done = await this.calls.begin("update", target.urn);
    const record = this.find(target.type, id, known);
    if (!record)
      throw new CloudError(
        `NotFound: ${target.type} "${id}" doesn't exist in account ${this.configuration.account}.`,
      );
    replaceRecord({ ...record, urn: target.urn, inputs: sealSecrets(news), outputs: sealSecrets(outputs) });
    await done();
    return outputs;
  }

  async delete(target: Target, id: string, known: Pick<Known, "outputs">): Promise<void> {
    const done = await this.calls.begin("delete", target.urn);
    // What is gone already is as it should be: a deletion may be repeated after a crash.
    const record = this.find(target.type, id, { inputs: {}, outputs: known.outputs });
    if (record) removeRecord(record);
    await done();
  }

  invoke(token: string, args: Properties): Properties {
    const { account, region, partition } = this.configuration;
    return answerInvoke(token, plain(args), {
      account,
      region,
      partition,
      name: token,
      unique: digest(token),
    });
  }

  cancel(): void {
    this.calls.release();
  }

  private context(target: Target, inputs: Properties): AnswerContext {
    const { account, partition } = this.configuration;
    const { region } = location(target.type, plain(inputs), this.configuration);
    const unique = digest(`${target.urn}${randomBytes(16).toString("hex")}`);
    return {
      account,
      partition,
      region: region === "global" ? this.configuration.region : region,
      name: target.name,
      unique,
    };
  }

  /** At preview: the inputs, and unknowns for everything that only AWS decides. */
  private previewed(type: string, inputs: Properties): Properties {
    const unknowns = Object.fromEntries(computedOutputs(type, inputs).map((name) => [name, UNKNOWN]));
    return { ...unknowns, ...this.place(type, inputs), ...withoutBookkeeping(inputs) };
  }

  /** After creation: the inputs and the answers, with everything that a secret shines through marked as one. */
  private outputs(type: string, inputs: Properties, answers: Properties): Properties {
    const secrets = [...secretTexts(inputs)].filter((text) => text.length > 3);
    const always = sdkShape(type).secretOutputs;
    const outputs = { ...answers, ...this.place(type, inputs), ...withoutBookkeeping(inputs) };
    return Object.fromEntries(
      Object.entries(outputs).map(([name, value]) => {
        const revealing =
          name in answers && secrets.some((text) => JSON.stringify(value ?? "").includes(text));
        return [name, always.includes(name) || revealing ? secret(value) : value];
      }),
    );
  }

  private place(type: string, inputs: Properties): Properties {
    const { region } = location(type, plain(inputs), this.configuration);
    return region === "global" ? {} : { region };
  }

  private keep(target: Target, id: string, inputs: Properties, outputs: Properties): void {
    if (hasUnknown(inputs))
      throw new CloudError(`${target.type} "${target.name}" has inputs that are still unknown.`);
    const place = location(target.type, plain(inputs), this.configuration);
    const key = uniqueKey(target.type, plain(inputs), id);
    const record: CloudRecord = {
      type: target.type,
      id,
      urn: target.urn,
      ...place,
      key,
      place: uniquenessPlace(target.type, place),
      inputs: sealSecrets(inputs),
      outputs: sealSecrets(outputs),
    };
    try {
      createRecord(record);
    } catch (error) {
      throw error instanceof TakenError ? new CloudError(`AlreadyExists: ${error.message}`) : error;
    }
  }

  private find(type: string, id: string, known: Known): CloudRecord | undefined {
    const properties = plain<Properties>({ ...known.outputs, ...known.inputs });
    const place = location(type, properties, this.configuration);
    const record = findRecord(uniquenessPlace(type, place), type, id, uniqueKey(type, properties, id));
    return record?.account === this.configuration.account ? record : undefined;
  }
}

function withoutBookkeeping(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !name.startsWith("__")));
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
