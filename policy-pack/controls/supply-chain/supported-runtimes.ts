import {
  type Context,
  deferred,
  type Finding,
  mustBe,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";
import { isBeforeTable, supportEnds, type Versioned } from "../../tables/support-ends";

const CLUSTER = "aws:eks/cluster:Cluster";
const NOTEBOOK = "aws:sagemaker/notebookInstance:NotebookInstance";

/** Where each type says its version. */
const VERSIONS: Readonly<Record<string, { readonly service: Versioned; readonly property: string }>> = {
  "aws:lambda/function:Function": { service: "lambda", property: "runtime" },
  "aws:opensearch/domain:Domain": { service: "opensearch", property: "engineVersion" },
  [CLUSTER]: { service: "eks", property: "version" },
};

/** Days before the end of support in which dev, where the control only tells, is told of it. */
const DAYS_AHEAD = 90;

export const supportedRuntimes: ResourceControl = {
  kind: "resource",
  name: "supported-runtimes",
  description:
    "Functions, clusters, search domains and notebooks run versions that AWS supports; dev hears of the end 90 days before.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "What is out of support gets no patches: every hole that is found from then on stays open.",
  fix: {
    text: "Go to a newer version; for a cluster say STANDARD, so that AWS upgrades it rather than let it fall behind.",
    code: `new lambda.Function("prepare", { ..., runtime: "python3.13" });`,
  },
  frameworks: {
    nist: ["RA-5", "SI-2"],
    fsbp: ["EKS.2", "Lambda.2"],
    checkov: ["CKV_AWS_339", "CKV_AWS_363"],
  },
  types: [...Object.keys(VERSIONS), NOTEBOOK],
  check: (subject, context) => {
    if (subject.type === NOTEBOOK) return judgePlatform(subject);
    return [...judgeVersion(subject, context), ...(subject.type === CLUSTER ? judgeUpgrades(subject) : [])];
  },
};

/** Without a version a cluster gets the newest, and a function of an image brings its own. */
function judgeVersion(subject: Subject, { now, tier }: Context): readonly Finding[] {
  const versioned = VERSIONS[subject.type];
  if (versioned === undefined) return [];
  const { service, property } = versioned;
  const value = subject.properties.get(property);
  if (value.state === "unknown") return [deferred(subject, property)];
  if (value.state === "unset") return [];
  const version = String(value.value);
  const ends = supportEnds(service, version);
  const daysLeft = ends === undefined ? undefined : daysUntil(ends, now);
  const isOver =
    daysLeft === undefined ? service !== "lambda" && isBeforeTable(service, version) : daysLeft < 0;
  const isSoon = daysLeft !== undefined && tier === "dev" && daysLeft <= DAYS_AHEAD;
  if (!isOver && !isSoon) return [];
  const found = `${version}, ${isOver ? `out of support${ends === undefined ? "" : ` since ${ends}`}` : `supported until ${ends ?? ""}`}`;
  return [violation(subject, property, found, "a version that AWS supports", { finding: version })];
}

const daysUntil = (day: string, now: Date): number =>
  Math.floor((Date.parse(`${day}T23:59:59Z`) - now.getTime()) / (24 * 60 * 60 * 1000));

/** Extended support is what a cluster gets by itself: a year more of old versions, for more money. */
function judgeUpgrades(cluster: Subject): readonly Finding[] {
  return mustBe(cluster, "upgradePolicy.supportType", (value) => value === "STANDARD", '"STANDARD"');
}

/**
 * Platforms by the provider's own documentation: `notebook-al1-v1`, `notebook-al2-v1` and `-v2` are deprecated, and the
 * default is not. https://www.pulumi.com/registry/packages/aws/api-docs/sagemaker/notebookinstance/
 */
function judgePlatform(notebook: Subject): readonly Finding[] {
  const isSupported = (value: unknown) => !/^notebook-(al1-|al2-v[12]$)/.test(String(value));
  return mustBe(notebook, "platformIdentifier", isSupported, '"notebook-al2023-v1"', { unset: true });
}
