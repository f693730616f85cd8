import { type Element, type Node, pointsTo, type Value } from "../../core";
import { tagOf } from "../../core/tags";
import { patternTest } from "../../iam/wildcard";
import type { Answer } from "../answer";

/** What a condition of each kind asks of a tag's value. */
const CONDITIONS: Readonly<Record<string, (tag: string, value: string) => boolean>> = {
  stringEquals: (tag, value) => tag === value,
  stringLikes: (tag, value) => patternTest(value)(tag),
  stringNotEquals: (tag, value) => tag !== value,
  stringNotLikes: (tag, value) => !patternTest(value)(tag),
};

/** Whether a pattern of ARNs surely holds a store's. */
export type NamedBy = (pattern: string, store: Node) => boolean;

/**
 * Whether a backup selection takes a store in: it is among the resources and fits all the conditions, or it has one of
 * the selection's tags; and it is not left out by name. A selection that names neither resources nor tags takes in all
 * that fits. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html
 * @param namedBy How the store's ARN is held against a pattern. Default: as a file system's.
 */
export function selects(selection: Node, store: Node, namedBy: NamedBy = fileSystemNamedBy): Answer {
  if (isNamed(selection, "notResources", store, namedBy)) return "no";
  const isMeant = namesNothing(selection) || isNamed(selection, "resources", store, namedBy);
  const byName = isMeant ? fitsConditions(selection, store) : "no";
  if (byName === "yes") return "yes";
  const byTag = hasSelectionTag(selection, store);
  if (byTag === "yes") return "yes";
  return byName === "unknown" || byTag === "unknown" ? "unknown" : "no";
}

function namesNothing({ properties }: Node): boolean {
  return ["resources", "selectionTags"].every((property) => {
    const list = properties.list(property);
    return list.state === "unset" || (list.state === "known" && list.value.length === 0);
  });
}

function isNamed(selection: Node, property: string, store: Node, namedBy: NamedBy): boolean {
  if (pointsTo(selection, property, store)) return true;
  return elementsOf(selection.properties.list(property)).some(({ value }) => {
    if (value.state !== "known") return false;
    const pattern = String(value.value);
    return pattern === "*" || namedBy(pattern, store);
  });
}

function fileSystemNamedBy(pattern: string, fileSystem: Node): boolean {
  const arn = fileSystem.properties.get("arn");
  // While the ARN is unknown, only a pattern for all file systems surely holds it.
  return arn.state === "known"
    ? patternTest(pattern)(String(arn.value))
    : /^arn:[^:]*:(elasticfilesystem|fsx|\*):[^:]*:[^:]*:(\*|file-system\/\*)$/.test(pattern);
}

function fitsConditions(selection: Node, store: Node): Answer {
  const answers = elementsOf(selection.properties.list("conditions")).flatMap((block) =>
    Object.entries(CONDITIONS).flatMap(([kind, fits]) =>
      elementsOf(block.properties.list(kind)).map((one) => tagFits(one, store, fits)),
    ),
  );
  if (answers.includes("no")) return "no";
  return answers.includes("unknown") ? "unknown" : "yes";
}

function hasSelectionTag(selection: Node, store: Node): Answer {
  const answers = elementsOf(selection.properties.list("selectionTags")).map((one) =>
    tagFits(one, store, (tag, value) => tag === value),
  );
  if (answers.includes("yes")) return "yes";
  return answers.includes("unknown") ? "unknown" : "no";
}

/** A tag that the store lacks has no value, as an empty one. */
function tagFits(
  { properties }: Element,
  store: Node,
  fits: (tag: string, value: string) => boolean,
): Answer {
  const key = properties.get("key");
  const value = properties.get("value");
  if (key.state !== "known" || value.state !== "known") return "unknown";
  const tag = tagOf(store, String(key.value).replace(/^aws:ResourceTag\//i, "")).value;
  if (tag.state === "unknown") return "unknown";
  return fits(tag.state === "known" ? String(tag.value) : "", String(value.value)) ? "yes" : "no";
}

function elementsOf(list: Value<readonly Element[]>): readonly Element[] {
  return list.state === "known" ? list.value : [];
}
