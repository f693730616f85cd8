import { type Element, join, known, type Subject, UNKNOWN } from "../../core";
import { propertiesOf, UNKNOWN_PROPERTIES } from "../../core/properties";
import type { NamedTag } from "./named-tag";

/** A list of parts, and the input of each in which a map of tags stands; the list's name is empty for the top. */
type PlaceOfMap = readonly [list: string, tags: string];

const DISKS: readonly PlaceOfMap[] = [
  ["", "volumeTags"],
  ["rootBlockDevice", "tags"],
  ["ebsBlockDevices", "tags"],
];

/** Where by type a map of tags stands for what is made of the resource. */
const MAPS: Readonly<Record<string, readonly PlaceOfMap[]>> = {
  "aws:ec2/instance:Instance": DISKS,
  "aws:ec2/launchTemplate:LaunchTemplate": [["tagSpecifications", "tags"]],
  "aws:ec2/spotFleetRequest:SpotFleetRequest": [["launchSpecifications", "tags"]],
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": DISKS,
};

/** Where by type a tag's name and its value stand beside each other: in a list, in one input, or at the top. */
const PAIRS: Readonly<Record<string, string>> = {
  "aws:autoscaling/group:Group": "tags",
  "aws:autoscaling/tag:Tag": "tag",
  "aws:dynamodb/tag:Tag": "",
  "aws:ec2/tag:Tag": "",
  "aws:ecs/tag:Tag": "",
  "aws:transfer/tag:Tag": "",
};

/** Whether a type carries tags in another way than in a map of its own. */
export const handsTagsOn = (type: string): boolean => Object.hasOwn(PAIRS, type) || Object.hasOwn(MAPS, type);

/**
 * The tags that a resource gives to something else, machines and disks that are launched from it among them. What is
 * not known as a whole is one tag without a name.
 */
export function handedOnTags(subject: Subject): readonly NamedTag[] {
  const maps = MAPS[subject.type] ?? [];
  const pairs = PAIRS[subject.type];
  return [
    ...maps.flatMap(([list, tags]) => partsOf(subject, list).flatMap((part) => tagsInMap(part, tags))),
    ...(pairs === undefined ? [] : partsOf(subject, pairs).map(tagOfPair)),
  ];
}

type Part = Pick<Element, "path" | "properties">;

function partsOf({ properties }: Subject, list: string): readonly Part[] {
  if (list === "") return [{ path: "", properties }];
  const elements = properties.list(list);
  if (elements.state === "known") return elements.value;
  // Read as an element of which nothing is known.
  return elements.state === "unset" ? [] : [{ path: list, properties: UNKNOWN_PROPERTIES }];
}

function tagsInMap({ path, properties }: Part, input: string): readonly NamedTag[] {
  const property = join(path, input);
  const tags = properties.get(input);
  if (tags.state === "unset") return [];
  if (tags.state === "unknown") return [{ name: UNKNOWN, property, value: UNKNOWN }];
  const inner = propertiesOf(tags.value);
  return inner.keys().map((name) => ({
    name: known(name),
    property: join(property, name),
    value: inner.get(join("", name)),
  }));
}

function tagOfPair({ path, properties }: Part): NamedTag {
  return { name: properties.get("key"), property: join(path, "value"), value: properties.get("value") };
}
