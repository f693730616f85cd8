import type { Answer, AnswerContext } from "./answer";
import { defaultOutput } from "./default-output";
import { RANDOM_ANSWERS } from "./random";
import type { ResourceFacts } from "./resource-facts";
import { sdkShape } from "./sdk-shape";
import { FACTS } from "./services";
import { fill, fillDeep, type TemplateSource } from "./template";

/**
 * What AWS would answer: `answerCreate` for a resource, `answerInvoke` for a data source, and
 * `computedOutputs` for the names of what is not known before AWS has answered.
 */
export { UnknownInvokeError, type Answer, type AnswerContext } from "./answer";
export { answerInvoke } from "./invokes";

const UNLISTED: ResourceFacts = { id: "{name}" };

/**
 * What creating a resource answers: its id, and every output that is not simply one of its inputs.
 * A type that the table doesn't list has its name as id, and outputs of the kind that the SDK declares.
 */
export function answerCreate(
  type: string,
  inputs: Readonly<Record<string, unknown>>,
  context: AnswerContext,
): Answer {
  const random = RANDOM_ANSWERS[type];
  if (random) return random(inputs, context);

  const facts = FACTS[type] ?? UNLISTED;
  const source: TemplateSource = { inputs, context };
  const id = fill(facts.id, source);
  const arn = facts.arn === undefined ? undefined : fill(facts.arn, { ...source, id });

  const outputs = defaults(type, inputs, context);
  Object.assign(outputs, unsetOnly(facts.outputs ?? {}, inputs, { ...source, id, arn }));
  if (arn !== undefined) outputs[facts.arnProperty ?? "arn"] = arn;
  if ("tagsAll" in sdkShape(type).outputs) outputs.tagsAll = inputs.tagsAll ?? inputs.tags ?? {};
  return { id, outputs };
}

/**
 * The names of the outputs that are unknown until the resource exists: those that only AWS decides, and the
 * optional inputs left unset that AWS fills in. A region and merged tags are known beforehand.
 */
export function computedOutputs(
  type: string,
  inputs: Readonly<Record<string, unknown>> = {},
): readonly string[] {
  const shape = sdkShape(type);
  if (type in RANDOM_ANSWERS) return Object.keys(shape.outputs);
  const optional = Object.keys(shape.optionalOutputs).filter(
    (name) => inputs[name] === undefined && name !== "region",
  );
  return [...Object.keys(shape.outputs), ...optional].filter((name) => name !== "tagsAll");
}

function defaults(
  type: string,
  inputs: Readonly<Record<string, unknown>>,
  context: AnswerContext,
): Record<string, unknown> {
  const shape = sdkShape(type);
  const outputs: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(shape.outputs))
    outputs[name] = defaultOutput(name, kind, type, context);
  // Of the inputs left unset, AWS fills in more than is known here: those stay unset rather than made up.
  for (const [name, kind] of Object.entries(shape.optionalOutputs)) {
    if (inputs[name] !== undefined) continue;
    if (name === "name") outputs.name = fill("{name}", { inputs, context });
    else if (name === "region" || kind === "list") outputs[name] = defaultOutput(name, kind, type, context);
  }
  return outputs;
}

function unsetOnly(
  templates: Readonly<Record<string, unknown>>,
  inputs: Readonly<Record<string, unknown>>,
  source: TemplateSource,
) {
  const unset = Object.entries(templates).filter(([name]) => inputs[name] === undefined);
  return Object.fromEntries(unset.map(([name, template]) => [name, fillDeep(template, source)]));
}
