import type { Element, Subject } from "../../core";

export const MODEL = "aws:sagemaker/model:Model";

/** The containers of a model, and where they are not known yet. */
export interface Containers {
  readonly known: readonly Element[];
  readonly unknown: readonly string[];
}

/** A model has one primary container, or a list of them in turn. */
export function containersOf(model: Subject): Containers {
  const parts = ["primaryContainer", "containers"].map((input): Containers => {
    const list = model.properties.list(input);
    if (list.state === "unknown") return { known: [], unknown: [input] };
    if (list.state === "unset") return { known: [], unknown: [] };
    const elements = list.value.map((each) => (input === "containers" ? each : { ...each, path: input }));
    return {
      known: elements.filter((each) => each.value.state === "known"),
      unknown: elements.filter((each) => each.value.state === "unknown").map((each) => each.path),
    };
  });
  return { known: parts.flatMap((part) => part.known), unknown: parts.flatMap((part) => part.unknown) };
}
