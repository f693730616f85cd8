import type { Control, Tier } from "../contract/control";
import { type Breach, reporterOf } from "./breach";
import { distinctPeople } from "./people";
import type { ExceptionRecord } from "./record";
import { namesSomething } from "./select";

/**
 * The rules that a record breaks in a tier: how many must have approved, which controls allow no exception, and how
 * narrowly a critical one is excepted.
 * @param control The control that it excepts; undefined when there is none of that name.
 */
export function tierBreaches(
  record: ExceptionRecord,
  control: Control | undefined,
  tier: Tier,
): readonly Breach[] {
  const breach = reporterOf(record);
  const approvers = distinctPeople(record.approvedBy).size;
  const needed = tier === "prod" ? 2 : 1;
  const { urn, name } = record.select;
  return [
    ...breach(
      control?.exemptibleInProd === false && tier === "prod",
      "control",
      `${record.control} in prod`,
      "a control that may be excepted in prod; this one may not",
    ),
    ...breach(
      approvers < needed,
      "approvedBy",
      `${approvers} approver(s)`,
      `${needed} different approver(s) in ${tier}`,
    ),
    ...breach(
      control?.severity === "critical" && tier === "prod" && urn === undefined && !namesSomething(name),
      "select",
      JSON.stringify(record.select),
      "a urn or a name: in prod a critical control is excepted for named resources, not for all of a type or tag",
    ),
  ];
}
