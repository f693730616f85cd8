import { computedOutputs } from "../answers";
import { sdkShape } from "../answers/sdk-shape";
import { secret, secretTexts, UNKNOWN, type Properties } from "./values";

/** Texts shorter than this are found in anything: a secret of two letters doesn't make an ARN secret. */
const TELLING_LENGTH = 4;

/** What a preview knows of the outputs: the inputs, and unknowns for everything that only AWS decides. */
export function previewedOutputs(type: string, inputs: Properties, decided: Properties): Properties {
  const unknowns = Object.fromEntries(computedOutputs(type, inputs).map((name) => [name, UNKNOWN]));
  return withSecrets(type, { ...unknowns, ...decided, ...withoutBookkeeping(inputs) });
}

/**
 * The outputs of what was created: the inputs and AWS's answers, in which whatever a secret input shines
 * through is a secret too.
 */
export function createdOutputs(type: string, inputs: Properties, answers: Properties): Properties {
  const secrets = [...secretTexts(inputs)].filter((text) => text.length >= TELLING_LENGTH);
  const reveals = (value: unknown): boolean => {
    const text = JSON.stringify(value ?? null);
    return secrets.some((found) => text.includes(found));
  };
  const marked = Object.entries(answers).map(([name, value]) => [
    name,
    reveals(value) ? secret(value) : value,
  ]);
  return withSecrets(type, { ...Object.fromEntries(marked), ...withoutBookkeeping(inputs) });
}

/** Properties in which what the SDK says is always a secret is marked as one. */
export function withSecrets(type: string, properties: Properties): Properties {
  const always = sdkShape(type).secretOutputs;
  const marked = Object.entries(properties).map(([name, value]) => [
    name,
    always.includes(name) ? secret(value) : value,
  ]);
  return Object.fromEntries(marked) as Properties;
}

/** Properties without `__defaults`, which says what the provider filled in and is no property of the resource. */
export function withoutBookkeeping(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !name.startsWith("__")));
}
