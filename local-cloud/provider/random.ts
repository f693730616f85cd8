import { randomBytes } from "node:crypto";
import { computedOutputs } from "../answers";
import { RANDOM_TYPES } from "../answers/random";
import { sdkShape } from "../answers/sdk-shape";
import { propertyChanges } from "./property-diff";
import {
  CloudError,
  type Checked,
  type Difference,
  type Existing,
  type StandIn,
  type Target,
} from "./stand-in";
import { plain, secret, UNKNOWN, type Properties } from "./values";

/** The stand-in for the random provider: true randomness, kept nowhere but in Pulumi's own state. */
export class RandomStandIn implements StandIn {
  configure(): void {
    // It has no settings.
  }

  check(_: Target, __: Properties, news: Properties): Checked {
    return { inputs: news, failures: [] };
  }

  diff(_: Target, oldInputs: Properties, news: Properties): Difference {
    const changes = propertyChanges(plain(oldInputs), plain(news)).map((change) => ({
      ...change,
      replaces: true,
    }));
    return { changes, deleteBeforeReplace: false };
  }

  create(target: Target, inputs: Properties, preview: boolean): Promise<{ id: string; outputs: Properties }> {
    const answer = RANDOM_TYPES[target.type];
    if (!answer) throw new CloudError(`${target.type} is not a type that the random stand-in knows.`);
    if (preview) {
      const unknowns = Object.fromEntries(computedOutputs(target.type).map((name) => [name, UNKNOWN]));
      return Promise.resolve({ id: "", outputs: { ...inputs, ...unknowns } });
    }
    const { id, outputs } = answer(plain(inputs), randomBytes);
    const secrets = sdkShape(target.type).secretOutputs;
    const marked = Object.entries(outputs).map(([name, value]) => [
      name,
      secrets.includes(name) ? secret(value) : value,
    ]);
    return Promise.resolve({ id, outputs: { ...inputs, ...Object.fromEntries(marked) } });
  }

  /** A random value exists for as long as the state says so. */
  read(_: Target, id: string, known: { inputs: Properties; outputs: Properties }): Existing | undefined {
    return Object.keys(known.outputs).length === 0 ? undefined : { id, ...known };
  }

  update(_: Target, __: string, known: { outputs: Properties }, news: Properties): Promise<Properties> {
    return Promise.resolve({ ...known.outputs, ...news });
  }

  delete(): Promise<void> {
    return Promise.resolve();
  }

  invoke(token: string): Properties {
    throw new CloudError(`The random provider has no data source ${token}.`);
  }

  cancel(): void {
    // Nothing waits.
  }
}
