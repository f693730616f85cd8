import { UNDETERMINED, resolved } from "./undetermined";

/**
 * A pipeline definition with its variables replaced: a parameter by its default value, a join of known parts by the
 * text, everything else, such as the properties of other steps, by something undetermined.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-parameters.html
 * https://github.com/aws-sagemaker-mlops/sagemaker-model-building-pipeline-definition-JSON-schema
 * @param given Values that the pipeline is started with, which take the place of defaults. Default none.
 */
export function withDefaults(
  definition: object,
  given: ReadonlyMap<string, unknown> = new Map<string, unknown>(),
): unknown {
  const defaults = new Map([...defaultsOf(definition), ...given]);
  return resolved(definition, (value) => variable(value, defaults));
}

function defaultsOf(definition: object): ReadonlyMap<string, unknown> {
  const list: unknown = "Parameters" in definition ? definition.Parameters : undefined;
  const entries = (Array.isArray(list) ? (list as readonly unknown[]) : []).flatMap(
    (each): readonly (readonly [string, unknown])[] => {
      if (typeof each !== "object" || each === null || !("Name" in each) || !("DefaultValue" in each))
        return [];
      return [[String(each.Name), each.DefaultValue]];
    },
  );
  return new Map(entries);
}

/** What a variable stands for; undefined for what is no variable. */
function variable(value: unknown, defaults: ReadonlyMap<string, unknown>): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0) return undefined;
  const inner = (value as Record<string, unknown>)[name];
  if (name === "Get" && typeof inner === "string") return parameter(inner, defaults);
  if (name === "Std:Join") return joined(inner, defaults);
  return /^Std:/.test(name) ? UNDETERMINED : undefined;
}

function parameter(path: string, defaults: ReadonlyMap<string, unknown>): unknown {
  const name = /^Parameters\.(.+)$/.exec(path)?.[1];
  return name !== undefined && defaults.has(name) ? defaults.get(name) : UNDETERMINED;
}

/** The text of a join. Of a location only the bucket counts, so that what follows it may be undetermined. */
function joined(join: unknown, defaults: ReadonlyMap<string, unknown>): unknown {
  if (typeof join !== "object" || join === null || !("Values" in join) || !Array.isArray(join.Values)) {
    return UNDETERMINED;
  }
  const separator = "On" in join && typeof join.On === "string" ? join.On : "";
  const parts = (join.Values as readonly unknown[]).map((part) => variable(part, defaults) ?? part);
  const end = parts.indexOf(UNDETERMINED);
  const text = (end === -1 ? parts : parts.slice(0, end)).map(String).join(separator);
  if (end === -1) return text;
  const location = `${text}${separator}`;
  return /^s3:\/\/[^/]+\//.test(location) ? location : UNDETERMINED;
}
