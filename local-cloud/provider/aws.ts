import { createHash, randomBytes } from "node:crypto";
import { answerCreate, answerInvoke, type AnswerContext } from "../answers";
import type { Calls } from "../store/calls";
import { removeRecord } from "../store/records";
import { foreseeableKey, location } from "./address";
import { isAutonamed, withName } from "./autonaming";
import { readConfiguration, type Configuration } from "./configuration";
import { file, lookUp, refile } from "./filing";
import { isImmutable } from "./immutable";
import { createdOutputs, previewedOutputs, withoutBookkeeping, withSecrets } from "./outputs";
import { propertyChanges } from "./property-diff";
import { openSecrets } from "./sealed-properties";
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
import { plain, type Properties } from "./values";

type Known = Pick<Existing, "inputs" | "outputs">;

/** The stand-in for the AWS provider: what AWS would answer, filed in the local cloud. */
export class AwsStandIn implements StandIn {
  private configuration: Configuration = readConfiguration({});

  constructor(private readonly calls: Calls) {}

  configure(args: Properties): void {
    this.configuration = readConfiguration(args);
  }

  check(target: Target, olds: Properties, news: Properties, seed: Buffer, autonaming?: Autonaming): Checked {
    const named = withName(target.type, target.name, plain(olds), news, seed, autonaming);
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
    const key = foreseeableKey(target.type, target.urn, now, this.context(target, now));
    const sameKey =
      key !== undefined && key === foreseeableKey(target.type, target.urn, olds, this.context(target, olds));
    return { changes, deleteBeforeReplace: sameKey && !isAutonamed(target.type, plain(news)) };
  }

  async create(
    target: Target,
    inputs: Properties,
    preview: boolean,
  ): Promise<{ id: string; outputs: Properties }> {
    const region = this.decidedRegion(target.type, inputs);
    if (preview) return { id: "", outputs: previewedOutputs(target.type, inputs, region) };
    const done = await this.calls.begin("create", target.urn);
    const answer = answerCreate(target.type, plain(inputs), this.context(target, inputs));
    const outputs = createdOutputs(target.type, inputs, { ...answer.outputs, ...region });
    file(target, { id: answer.id, inputs, outputs }, this.configuration);
    await done();
    return { id: answer.id, outputs };
  }

  read(target: Target, id: string, known: Known): Existing | undefined {
    const record = lookUp(target, id, { ...known.outputs, ...known.inputs }, this.configuration);
    return record && { id, inputs: openSecrets(record.inputs), outputs: openSecrets(record.outputs) };
  }

  async update(
    target: Target,
    id: string,
    known: Known,
    news: Properties,
    preview: boolean,
  ): Promise<Properties> {
    const answered = Object.entries(known.outputs).filter(([name]) => !(name in known.inputs));
    const outputs = withSecrets(target.type, {
      ...Object.fromEntries(answered),
      ...withoutBookkeeping(news),
    });
    if (preview) return outputs;
    const done = await this.calls.begin("update", target.urn);
    const record = lookUp(target, id, { ...known.outputs, ...known.inputs }, this.configuration);
    if (!record)
      throw new CloudError(
        `NotFound: ${target.type} "${id}" doesn't exist in account ${this.configuration.account}.`,
      );
    refile(record, target, { inputs: news, outputs });
    await done();
    return outputs;
  }

  async delete(target: Target, id: string, known: Pick<Known, "outputs">): Promise<void> {
    const done = await this.calls.begin("delete", target.urn);
    // What is gone already is as it should be: a deletion may be repeated after a crash.
    const record = lookUp(target, id, known.outputs, this.configuration);
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
    return {
      account,
      partition,
      region: region === "global" ? this.configuration.region : region,
      name: target.name,
      unique: digest(`${target.urn}${randomBytes(16).toString("hex")}`),
    };
  }

  /** The region is the one output that is known before AWS has answered. */
  private decidedRegion(type: string, inputs: Properties): Properties {
    const { region } = location(type, plain(inputs), this.configuration);
    return region === "global" ? {} : { region };
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
