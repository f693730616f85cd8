import { deferred, type Finding, type Node } from "../../core";
import { tagOf } from "../../core/tags";

const TAG = "DataClassification";

/** The classes that ask for more, as people spell them. */
const HIGH = /^(confidential|restricted|secret|highly[-_ ]?confidential)$/i;

/** How much a store's data matters, by its tag. A store without the tag is the business of `required-tags`. */
export function classOf(node: Node): "high" | "low" | "unknown" {
  const { value } = tagOf(node, TAG);
  if (value.state === "unknown") return "unknown";
  return value.state === "known" && HIGH.test(String(value.value).trim()) ? "high" : "low";
}

/** What is said of a store whose class is not known yet. */
export function deferredClass(node: Node): readonly Finding[] {
  return [deferred(node, tagOf(node, TAG).property)];
}
