import type { Subject } from "../contract/subject";
import type { Value } from "../contract/value";
import { UNSET } from "../contract/value";
import { callOf, jobsOfCall, SERVICES } from "./api-calls";
import { jsonOf } from "./json-property";
import type { Steps } from "./pipeline-steps";

/** A schedule's universal target: `arn:aws:scheduler:::aws-sdk:sagemaker:createTrainingJob`. */
const UNIVERSAL_TARGET = new RegExp(`^arn:[^:]+:scheduler:::aws-sdk:(${SERVICES}):([A-Za-z0-9]+)$`);
const INPUT = "target.input";

/**
 * The job that a schedule starts by calling SageMaker itself; undefined for every other target.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
 */
export function jobsOfSchedule(schedule: Subject): Steps | undefined {
  const arn = schedule.properties.get("target.arn");
  const call = arn.state === "known" ? UNIVERSAL_TARGET.exec(String(arn.value)) : null;
  if (call === null) return undefined;
  const [, service = "", action = ""] = call;
  return jobsOfCall(schedule, callOf(service, action), inputOf(schedule), INPUT);
}

/** The input as the arguments of the call. What is no JSON sets nothing. */
function inputOf(schedule: Subject): Value {
  const input = jsonOf(schedule, INPUT);
  switch (input.state) {
    case "read":
      return { state: "known", value: input.value };
    case "unknown":
      return { state: "unknown" };
    case "unset":
    case "unreadable":
      return UNSET;
  }
}
