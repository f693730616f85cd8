import { isText, judgeValue, type ResourceControl } from "../../core";
import { isTagSet, tagOf } from "../../core/tags";
import { asWritten } from "./named-tag";

export const roleCostCenter: ResourceControl = {
  kind: "resource",
  name: "role-cost-center",
  description: "Every IAM role carries a CostCenter tag that is not empty.",
  severity: "medium",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "What a role's sessions spend on training and endpoints cannot be charged to anyone without it, and nobody answers for a role that has no owner.",
  fix: {
    text: "Tag the role with the team's cost center.",
    code: `new iam.Role("training", { ..., tags: { CostCenter: "CC-1234" } });`,
  },
  frameworks: { nist: ["CM-8", "PM-5"] },
  types: ["aws:iam/role:Role"],
  check: (subject, { settings }) => {
    const name = asWritten("CostCenter", settings.requiredTags);
    const { property, value } = tagOf(subject, name);
    return judgeValue(subject, property, value, isText, `a ${name} tag that is not empty`, {
      unknown: isTagSet(subject, name),
    });
  },
};
