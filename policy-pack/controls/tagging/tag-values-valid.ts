import {
  deferred,
  type Finding,
  judgeValue,
  type PackSettings,
  parseUrn,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";
import { remembering, rememberingFor } from "../../core/remembering";
import { areTagsHidden, isTagSet, tagNames, tagOf } from "../../core/tags";
import { isTaggable } from "../../tables/taggable";
import { handedOnTags, handsTagsOn } from "./handed-on-tags";
import { asWritten, type NamedTag } from "./named-tag";

export const tagValuesValid: ResourceControl = {
  kind: "resource",
  name: "tag-values-valid",
  description:
    "Tags have values that mean something: the company's patterns, the stack's own environment, one spelling of each name.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Cost reports, access by tag and data classes go by the exact text; a value or a name that is spelt otherwise drops out of them.",
  fix: {
    text: "Use the values that the company agreed on, and the tag names as they are written in the settings.",
    code: `tags: { CostCenter: "CC-1234", DataClassification: "internal", Environment: "prod" }`,
  },
  frameworks: { nist: ["CM-8"] },
  types: ["aws:*"],
  check: (subject, { settings }) => {
    const hasOwn = isTaggable(subject.type);
    if (!hasOwn && !handsTagsOn(subject.type)) return "not-applicable";
    const rules = rulesOfStack(settings)(parseUrn(subject.urn)?.stack ?? "");
    const handedOn = handedOnTags(subject);
    return [
      ...(hasOwn ? judgeOwn(subject, rules, settings) : []),
      ...(handedOn.length === 0
        ? []
        : handedOn.flatMap((tag) => judgeHandedOn(subject, tag, rules, settings))),
    ];
  },
};

/** Tags that other controls go by: whose a resource is, and how much its data matters. Unknown, these have to wait. */
const MEANT = ["Team", "DataClassification"];

/** What the values of one tag must be. */
interface Rule {
  readonly name: string;
  readonly accepts: (value: unknown) => boolean;
  readonly required: string;
}

const rulesOfStack = rememberingFor((settings: PackSettings) =>
  remembering((stack): readonly Rule[] => [
    ...Object.entries(settings.tagPatterns).map(([name, pattern]) => patternRule(name, pattern)),
    ...environmentRule(stack, settings),
  ]),
);

function patternRule(name: string, pattern: string): Rule {
  const wholly = new RegExp(`^(?:${pattern})$`, "s");
  return {
    name,
    accepts: (value) => wholly.test(String(value)),
    required: `a value that matches ${pattern}`,
  };
}

/** A stack's environment goes by its own name, or by the tier that the company gives it: `prod` for `prod-eu`. */
function environmentRule(stack: string, { requiredTags, stackTiers }: PackSettings): readonly Rule[] {
  const name = asWritten("Environment", requiredTags);
  if (!requiredTags.includes(name)) return [];
  const tier = Object.hasOwn(stackTiers, stack) ? (stackTiers[stack] ?? stack) : stack;
  const own = tier === stack ? `"${stack}", the stack's own` : `"${stack}" or "${tier}", the stack's own`;
  return [{ name, accepts: (value) => value === stack || value === tier, required: own }];
}

/** A tag that is absent is the business of `required-tags`. */
function judgeOwn(
  subject: Subject,
  rules: readonly Rule[],
  { requiredTags }: PackSettings,
): readonly Finding[] {
  const values = rules.flatMap(({ name, accepts, required }) => {
    const { property, value } = tagOf(subject, name);
    if (value.state === "unknown" && !isTagSet(subject, name)) return [];
    return judgeValue(subject, property, value, accepts, required, { unset: true });
  });
  const late = MEANT.filter((name) => !rules.some((rule) => rule.name === name)).flatMap((name) => {
    const { property, value } = tagOf(subject, name);
    return value.state === "unknown" && isTagSet(subject, name) ? [deferred(subject, property)] : [];
  });
  const hidden = rules.length + requiredTags.length > 0 && areTagsHidden(subject);
  return [
    ...values,
    ...late,
    ...(hidden ? [deferred(subject, "tags")] : []),
    ...tagNames(subject).flatMap((name) => judgeTwin(subject, `tags.${name}`, name, requiredTags)),
  ];
}

/** Tags of machines, disks and others that the resource makes, or that it is. */
function judgeHandedOn(
  subject: Subject,
  { name, property, value }: NamedTag,
  rules: readonly Rule[],
  { requiredTags }: PackSettings,
): readonly Finding[] {
  if (name.state === "unset") return [];
  if (name.state === "unknown") return [deferred(subject, property)];
  const text = String(name.value);
  return [
    ...rules
      .filter((rule) => rule.name === text)
      .flatMap(({ accepts, required }) => judgeValue(subject, property, value, accepts, required)),
    ...judgeTwin(subject, property, text, requiredTags),
  ];
}

/** `costcenter` beside or instead of `CostCenter`: AWS takes both, and reports see one. */
function judgeTwin(
  subject: Subject,
  property: string,
  found: string,
  required: readonly string[],
): readonly Finding[] {
  const right = required.find((name) => name !== found && name.toLowerCase() === found.toLowerCase());
  return right === undefined ? [] : [violation(subject, property, `the name ${found}`, `the name ${right}`)];
}
