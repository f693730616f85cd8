import type { Subject } from "../contract/subject";
import { UNSET, type Value } from "../contract/value";
import { join } from "../core/path";
import { readOwn } from "../core/read";
import { callOf, jobsOfCall, SERVICES } from "./api-calls";
import { merged, type Steps } from "./pipeline-steps";
import { define, resolved, UNDETERMINED } from "./undetermined";

/** A call of a task: `arn:aws:states:::sagemaker:createTrainingJob.sync`, or through the AWS SDK. */
const CALL = new RegExp(
  `^arn:[^:]+:states:[^:]*:[^:]*:(?:aws-sdk:)?(${SERVICES}):([A-Za-z0-9]+)(?:[.:].*)?$`,
);

/**
 * The SageMaker jobs that a state machine runs, inside parallel branches and maps too. Parameters that are taken from
 * the input, as `"VpcConfig.$"` or as an expression `{% … %}`, are undetermined.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
 */
export function jobsOfStateMachine(
  subject: Pick<Subject, "urn">,
  property: string,
  definition: unknown,
): Steps {
  return statesIn(subject, definition, property);
}

function statesIn(subject: Pick<Subject, "urn">, machine: unknown, path: string): Steps {
  const states = readOwn(machine, "States");
  if (states.state !== "known" || typeof states.value !== "object" || states.value === null) {
    return { jobs: [], unknown: states.state === "unknown" ? [join(path, "States")] : [] };
  }
  const all = states.value;
  return merged(
    Object.keys(all).map((name) => stateAt(subject, readOwn(all, name), join(join(path, "States"), name))),
  );
}

function stateAt(subject: Pick<Subject, "urn">, state: Value, path: string): Steps {
  if (state.state !== "known") return { jobs: [], unknown: [path] };
  const branches = readOwn(state.value, "Branches");
  const list =
    branches.state === "known" && Array.isArray(branches.value) ? (branches.value as unknown[]) : [];
  return merged([
    taskAt(subject, state.value, path),
    ...list.map((branch, i) => statesIn(subject, branch, join(join(path, "Branches"), i))),
    // A map's states stand under `ItemProcessor`, or under `Iterator` as they used to.
    ...["ItemProcessor", "Iterator"].map((name) => {
      const inner = readOwn(state.value, name);
      return statesIn(subject, inner.state === "known" ? inner.value : undefined, join(path, name));
    }),
  ]);
}

function taskAt(subject: Pick<Subject, "urn">, state: unknown, path: string): Steps {
  const resource = readOwn(state, "Resource");
  const call = resource.state === "known" ? CALL.exec(String(resource.value)) : null;
  if (call === null) return { jobs: [], unknown: [] };
  const [name, given] = argumentsOf(state);
  const [, service = "", action = ""] = call;
  return jobsOfCall(subject, callOf(service, action), withoutInput(given), join(path, name));
}

/** The arguments of a task, by their name in the query language at hand. Without any, the input is passed on as it is. */
function argumentsOf(state: unknown): readonly [string, Value] {
  const inJsonata = readOwn(state, "Arguments");
  if (inJsonata.state !== "unset") return ["Arguments", inJsonata];
  const inJsonPath = readOwn(state, "Parameters");
  return ["Parameters", inJsonPath.state === "unset" ? { state: "unknown" } : inJsonPath];
}

/** The arguments with what is taken from the input marked as undetermined. */
function withoutInput(given: Value): Value {
  if (given.state !== "known") return given;
  const value = resolved(given.value, fromInput);
  return value === UNDETERMINED
    ? { state: "unknown" }
    : value === undefined
      ? UNSET
      : { state: "known", value };
}

function fromInput(value: unknown): unknown {
  if (typeof value === "string") return /^\{%.*%\}$/s.test(value.trim()) ? UNDETERMINED : undefined;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  if (!Object.keys(value).some((name) => name.endsWith(".$"))) return undefined;
  const copy = {};
  for (const name of Object.keys(value)) {
    if (name.endsWith(".$")) define(copy, name.slice(0, -2), UNDETERMINED);
    else define(copy, name, resolved((value as Record<string, unknown>)[name], fromInput));
  }
  return copy;
}
