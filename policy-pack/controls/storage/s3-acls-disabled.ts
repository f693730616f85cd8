import {
  deferred,
  type Element,
  type Finding,
  type Graph,
  type GraphControl,
  mustBe,
  type Node,
  type Value,
  violation,
} from "../../core";
import { allParts, bucketsOf, partsOf } from "./buckets";

const OBJECTS = [
  "aws:s3/bucketObject:BucketObject",
  "aws:s3/bucketObjectv2:BucketObjectv2",
  "aws:s3/objectCopy:ObjectCopy",
];

/** What nobody but the owner of the bucket is granted anything by. */
const HARMLESS = ["private", "bucket-owner-full-control", "bucket-owner-read"];

export const s3AclsDisabled: GraphControl = {
  kind: "graph",
  name: "s3-acls-disabled",
  description: "Every bucket's owner owns its objects, no ACL grants anything, and no bucket is a website.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "An ACL opens single objects past every policy, and an object that another account wrote stays that account's.",
  fix: {
    text: "Set the ownership to BucketOwnerEnforced and remove ACLs and website settings; share through the bucket policy.",
    code: `new s3.BucketOwnershipControls("data", {
  bucket: bucket.id,
  rule: { objectOwnership: "BucketOwnerEnforced" },
});`,
  },
  frameworks: {
    nist: ["AC-3", "SC-7", "SC-7(3)"],
    fsbp: ["S3.2", "S3.3", "S3.12"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_20", "CKV_AWS_57", "CKV2_AWS_65"],
  },
  check: (graph) => {
    const buckets = bucketsOf(graph);
    const objects = graph.byType(...OBJECTS);
    const acls = allParts(graph, "Acl");
    const websites = allParts(graph, "WebsiteConfiguration");
    if (buckets.length + acls.length + websites.length + objects.length === 0) return "not-applicable";
    return [
      ...buckets.flatMap((bucket) => judgeOwnership(graph, bucket)),
      ...[...buckets, ...acls, ...objects].flatMap(judgeAcl),
      ...buckets.flatMap(judgeInlineWebsite),
      ...websites.map((node) => violation(node, "bucket", "a website", "a bucket that serves no website")),
    ];
  },
};

function judgeOwnership(graph: Graph, bucket: Node): readonly Finding[] {
  const parts = partsOf(graph, bucket, "OwnershipControls");
  if (parts.length === 0) {
    return [
      violation(bucket, "ownershipControls", "not set", 'BucketOwnershipControls with "BucketOwnerEnforced"'),
    ];
  }
  const isEnforced = (value: unknown) => value === "BucketOwnerEnforced";
  return parts.flatMap((part) => mustBe(part, "rule.objectOwnership", isEnforced, '"BucketOwnerEnforced"'));
}

/** `private` grants nobody but the owner, and is what every bucket has anyway. */
function judgeAcl(node: Node): readonly Finding[] {
  const harmless = OBJECTS.includes(node.type) ? HARMLESS : ["private"];
  const isHarmless = (value: unknown) => harmless.includes(String(value));
  return [
    ...mustBe(node, "acl", isHarmless, '"private", or no ACL', { unset: true }),
    ...["grants", "accessControlPolicy.grants"].flatMap((property) => judgeGrants(node, property)),
  ];
}

/**
 * The owner's own full control is what AWS reports for every bucket; anyone else's grant is a violation. Who the owner is
 * a list may say itself; a grant of less than full control is not the owner's.
 */
function judgeGrants(node: Node, property: string): readonly Finding[] {
  const grants = node.properties.list(property);
  if (grants.state === "unknown") return [deferred(node, property)];
  if (grants.state === "unset") return [];
  const owner = node.properties.get("accessControlPolicy.owner.id");
  return grants.value.flatMap(({ path, properties }) => {
    const others = ["uri", "grantee.uri", "email", "grantee.emailAddress"];
    const other =
      others.find((name) => properties.get(name).state !== "unset") ?? accountOfOther(properties, owner);
    return other === undefined
      ? []
      : [violation(node, `${path}.${other}`, properties.get(other), "no grant to others")];
  });
}

/** The property by which a grant names an account, by its canonical id, that is surely not the owner. */
function accountOfOther(grant: Element["properties"], owner: Value): string | undefined {
  const name = ["grantee.id", "id"].find((each) => grant.get(each).state === "known");
  if (name === undefined) return undefined;
  const id = grant.get(name);
  if (owner.state === "known" && id.state === "known" && owner.value !== id.value) return name;
  const permissions = [...textsOf(grant, "permissions"), ...textsOf(grant, "permission")];
  return permissions.length > 0 && !permissions.includes("FULL_CONTROL") ? name : undefined;
}

function textsOf(properties: Element["properties"], name: string): readonly unknown[] {
  const list = properties.list(name);
  if (list.state === "known")
    return list.value.flatMap(({ value }) => (value.state === "known" ? [value.value] : []));
  const one = properties.get(name);
  return one.state === "known" ? [one.value] : [];
}

function judgeInlineWebsite(bucket: Node): readonly Finding[] {
  return ["website", "websites"].flatMap((property): readonly Finding[] => {
    const value = bucket.properties.get(property);
    if (value.state === "unknown") return [deferred(bucket, property)];
    const isEmpty = value.state === "known" && Array.isArray(value.value) && value.value.length === 0;
    return value.state === "unset" || isEmpty
      ? []
      : [violation(bucket, property, value, "a bucket that serves no website")];
  });
}
