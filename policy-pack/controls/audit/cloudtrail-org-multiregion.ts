import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  isFalse,
  isTrue,
  mustBe,
  type Node,
  violation,
} from "../../core";
import { organizationOwner } from "../organization/guardrails";
import { isOrganizationTrail, recordsManagement, TRAIL } from "./trails";

export const cloudtrailOrgMultiregion: GraphControl = {
  kind: "graph",
  name: "cloudtrail-org-multiregion",
  description:
    "The organization has a trail of all accounts' management events, and every trail records all regions and is on.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "What is done in a region or an account that no trail looks at was done by nobody.",
  fix: {
    text: "Make one trail for the organization, for all regions and global services, and leave it on.",
    code: `new cloudtrail.Trail("organization", {
  ..., isOrganizationTrail: true, isMultiRegionTrail: true,
  includeGlobalServiceEvents: true, enableLogging: true,
});`,
  },
  frameworks: {
    cis: ["4.1"],
    nist: ["AU-2", "AU-3", "AU-10", "AU-12", "AU-12(1)"],
    fsbp: ["CloudTrail.1"],
    checkov: ["CKV_AWS_67", "CKV_AWS_251"],
  },
  exemptibleInProd: false,
  check: (graph) => {
    const trails = graph.byType(TRAIL);
    const owner = organizationOwner(graph);
    if (trails.length === 0 && owner === undefined) return "not-applicable";
    return [...trails.flatMap(judgeTrail), ...(owner === undefined ? [] : judgeOrganization(graph, owner))];
  },
};

/** A trail is of one region unless it is told; the rest is on unless it is turned off. */
function judgeTrail(trail: Node): readonly Finding[] {
  const isNotOff = (value: unknown) => !isFalse(value);
  return [
    ...mustBe(trail, "isMultiRegionTrail", isTrue, "true"),
    ...mustBe(trail, "includeGlobalServiceEvents", isNotOff, "true", { unset: true }),
    ...mustBe(trail, "enableLogging", isNotOff, "true", { unset: true }),
  ];
}

function judgeOrganization(graph: Graph, owner: Node): readonly Finding[] {
  const trails = graph.byType(TRAIL).filter(isOrganizationTrail);
  const required = "a trail with isOrganizationTrail that records management events";
  const [first] = trails;
  if (first === undefined) return [violation(owner, "trail", "no organization trail in the stack", required)];
  const recording = trails.filter(recordsManagement);
  if (recording.some((trail) => lateSelectors(trail) === undefined)) return [];
  const [late] = recording;
  return late === undefined
    ? [violation(first, "eventSelectors", "no selector of all management events", required)]
    : [deferred(late, lateSelectors(late) ?? "eventSelectors")];
}

/** The selectors of a trail that are not known yet, and may leave events out. */
function lateSelectors(trail: Node): string | undefined {
  return ["advancedEventSelectors", "eventSelectors"].find(
    (input) => trail.properties.list(input).state === "unknown",
  );
}
