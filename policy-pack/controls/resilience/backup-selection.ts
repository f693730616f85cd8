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

/**
 * Whether a backup selection takes a file system in: it is among the resources and fits all the conditions, or it has
 * one of the selection's tags; and it is not left out by name. A selection that names neither resources nor tags takes
 * in all that fits. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html
 */
export function selects(selection: Node, fileSystem: Node): Answer {
  if (isNamed(selection, "notResources", fileSystem)) return "no";
  const isMeant = namesNothing(selection) || isNamed(selection, "resources", fileSystem);
  const byName = isMeant ? fitsConditions(selection, fileSystem) : "no";
  if (byName === "yes") return "yes";
  const byTag = hasSelectionTag(selection, fileSystem);
  if (byTag === "yes") return "yes";
  return byName === "unknown" || byTag === "unknown" ? "unknown" : "no";
}

function namesNothing({ properties }: Node): boolean {
  return ["resources", "selectionTags"].every((property) => {
    const list = properties.list(property);
    return list.state === "unset" || (list.state === "known" && list.value.length === 0);
  });
}

function isNamed(selection: Node, property: string, fileSystem: Node): boolean {
  if (pointsTo(selection, property, fileSystem)) return true;
  const arn = fileSystem.properties.get("arn");
  return elementsOf(selection.properties.list(property)).some(({ value }) => {
    if (value.state !== "known") return false;
    const pattern = String(value.value);
    if (pattern === "*") return true;
    // While the ARN is unknown, only a pattern for all file systems surely holds it.
    return arn.state === "known"
      ? patternTest(pattern)(String(arn.value))
      : /^arn:[^:]*:(elasticfilesystem|fsx|\*):[^:]*:[^:]*:(\*|file-system\/\*)$/.test(pattern);
  });
}

function fitsConditions(selection: Node, fileSystem: Node): Answer {
  const answers = elementsOf(selection.properties.list("conditions")).flatMap((block) =>
    Object.entries(CONDITIONS).flatMap(([kind, fits]) =>
      elementsOf(block.properties.list(kind)).map((one) => tagFits(one, fileSystem, fits)),
    ),
  );
  if (answers.includes("no")) return "no";
  return answers.includes("unknown") ? "unknown" : "yes";
}

function hasSelectionTag(selection: Node, fileSystem: Node): Answer {
  const answers = elementsOf(selection.properties.list("selectionTags")).map((one) =>
    tagFits(one, fileSystem, (tag, value) => tag === value),
  );
  if (answers.includes("yes")) return "yes";
  return answers.includes("unknown") ? "unknown" : "no";
}

/** A tag that the file system lacks has no value, as an empty one. */
function tagFits(
  { properties }: Element,
  fileSystem: Node,
  fits: (tag: string, value: string) => boolean,
): Answer {
  const key = properties.get("key");
  const value = properties.get("value");
  if (key.state !== "known" || value.state !== "known") return "unknown";
  const tag = tagOf(fileSystem, String(key.value).replace(/^aws:ResourceTag\//i, "")).value;
  if (tag.state === "unknown") return "unknown";
  return fits(tag.state === "known" ? String(tag.value) : "", String(value.value)) ? "yes" : "no";
}

function elementsOf(list: Value<readonly Element[]>): readonly Element[] {
  return list.state === "known" ? list.value : [];
}
