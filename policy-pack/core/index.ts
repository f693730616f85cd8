/** What a control is written with: three-valued reads come with the subject, findings and common judgements from here. */
export { UNKNOWN, UNSET, known, type Value } from "../contract/value";
export type { Element, Graph, Node, Properties, RawResource, Subject } from "../contract/subject";
export type {
  Context,
  Finding,
  GraphControl,
  Level,
  PackSettings,
  ResourceControl,
  Severity,
  Tier,
  Verdict,
  Violation,
} from "../contract/control";
export {
  deferred,
  deferredBlock,
  isFalse,
  isText,
  isTrue,
  judgeValue,
  mustBe,
  violation,
  type Leniency,
} from "./findings";
export { judgeCustomerKey, mayBeCustomerKey, mustBeCustomerKey } from "./customer-key";
export { pointsTo } from "./graph";
export { join } from "./path";
export { shown } from "./shown";
export { parseUrn, resourceLabel } from "./urn";
