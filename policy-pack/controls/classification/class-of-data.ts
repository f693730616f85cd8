import { deferred, type Finding, type Node } from "../../core";
import { tagOf } from "../../core/tags";

const TAG = "DataClassification";

/** The classes that ask for more, as people spell them. */
const HIGH = /^(confidential|restricted|secret|highly[-_ ]?confidential)$/i;

/** How much a store's data matters, by its tag. A store without the tag is the business of `required-tags`. */
export function classOf(node: Node): "high" | "low" | "unknown" {
  if (tagOf(node, TAG).value.state === "unknown") return "unknown";
  return HIGH.test(classNameOf(node)) ? "high" : "low";
}

/** The class as its tag spells it; empty where there is none, or none that is known. */
export function classNameOf(node: Node): string {
  const { value } = tagOf(node, TAG);
  return value.state === "known" ? String(value.value).trim() : "";
}

/** What is said of a store whose class is not known yet. */
export function deferredClass(node: Node): readonly Finding[] {
  return [deferred(node, tagOf(node, TAG).property)];
}
