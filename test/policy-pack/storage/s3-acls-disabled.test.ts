import { s3AclsDisabled as control } from "../../../policy-pack/controls/storage/s3-acls-disabled";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { bucket, key, part } from "./bucket-cases";

const enforced = part("OwnershipControls", { rule: { objectOwnership: "BucketOwnerEnforced" } });
const ANYONE = "http://acs.amazonaws.com/groups/global/AllUsers";

describe("s3-acls-disabled", () => {
  it("passes enforced ownership, alone or with the private ACL", () => {
    passes(control, [bucket, enforced]);
    passes(control, [bucket, enforced, part("Acl", { acl: "private" })]);
  });

  it("passes the owner's own grant, which AWS reports for every bucket", () => {
    passes(control, [
      declare("s3/bucket:Bucket", "data", {
        bucket: "ml-dev-data",
        grants: [{ id: "0123", type: "CanonicalUser", permissions: ["FULL_CONTROL"] }],
      }),
      enforced,
    ]);
  });

  it("finds ownership that is missing or leaves ACLs in force", () => {
    violates(control, [bucket], ["data (s3/bucket): ownershipControls"]);
    violates(
      control,
      [bucket, part("OwnershipControls", { rule: { objectOwnership: "ObjectWriter" } })],
      ["data (s3/bucketOwnershipControls): rule.objectOwnership"],
    );
    violates(
      control,
      [bucket, part("OwnershipControls", { rule: { objectOwnership: "BucketOwnerPreferred" } })],
      ["data (s3/bucketOwnershipControls): rule.objectOwnership"],
    );
  });

  it("finds canned ACLs, grants to groups, and websites, in the bucket or beside it", () => {
    violates(control, [bucket, enforced, part("Acl", { acl: "public-read" })], ["data (s3/bucketAcl): acl"]);
    violates(
      control,
      [bucket, enforced, part("AclV2", { acl: "authenticated-read" })],
      ["data (s3/bucketAclV2): acl"],
    );
    violates(
      control,
      [
        bucket,
        enforced,
        part("Acl", {
          accessControlPolicy: { grants: [{ grantee: { type: "Group", uri: ANYONE }, permission: "READ" }] },
        }),
      ],
      ["data (s3/bucketAcl): accessControlPolicy.grants[0].grantee.uri"],
    );
    violates(
      control,
      [
        declare("s3/bucket:Bucket", "data", {
          bucket: "ml-dev-data",
          acl: "public-read-write",
          grants: [{ type: "Group", uri: ANYONE }],
          website: { indexDocument: "index.html" },
        }),
        enforced,
      ],
      ["data (s3/bucket): acl", "data (s3/bucket): grants[0].uri", "data (s3/bucket): website"],
    );
    violates(
      control,
      [bucket, enforced, part("WebsiteConfiguration", { indexDocument: { suffix: "index.html" } })],
      ["data (s3/bucketWebsiteConfiguration): bucket"],
    );
  });

  it("finds grants to other accounts by their canonical ids, and leaves the owner's own", () => {
    const granted = (id: string, permission: string) => [
      bucket,
      enforced,
      part("Acl", {
        accessControlPolicy: {
          owner: { id: "0a" },
          grants: [{ grantee: { type: "CanonicalUser", id }, permission }],
        },
      }),
    ];
    passes(control, granted("0a", "FULL_CONTROL"));
    violates(control, granted("0b", "FULL_CONTROL"), [
      "data (s3/bucketAcl): accessControlPolicy.grants[0].grantee.id",
    ]);
    const inline = (permissions: readonly string[]) => [
      declare("s3/bucket:Bucket", "data", {
        bucket: "ml-dev-data",
        grants: [{ type: "CanonicalUser", id: "0b", permissions }],
      }),
      enforced,
    ];
    passes(control, inline(["FULL_CONTROL"]));
    violates(control, inline(["READ", "WRITE"]), ["data (s3/bucket): grants[0].id"]);
  });

  it("finds the ACLs of single objects, whosever bucket they are in", () => {
    const object = (type: string, props: object) =>
      declare(`s3/${type}`, "o", { bucket: "elsewhere", ...props });
    const types = ["bucketObject:BucketObject", "bucketObjectv2:BucketObjectv2", "objectCopy:ObjectCopy"];
    for (const type of types) {
      const line = (property: string) => [`o (s3/${type.split(":")[0] ?? ""}): ${property}`];
      passes(control, [object(type, {})]);
      passes(control, [object(type, { acl: "bucket-owner-full-control" })]);
      violates(control, [object(type, { acl: "public-read" })], line("acl"));
      violates(control, [object(type, { acl: "authenticated-read" })], line("acl"));
    }
    violates(
      control,
      [object("objectCopy:ObjectCopy", { grants: [{ uri: ANYONE, type: "Group", permissions: ["READ"] }] })],
      ["o (s3/objectCopy): grants[0].uri"],
    );
    violates(
      control,
      [
        object("objectCopy:ObjectCopy", {
          grants: [{ email: "someone@example.com", permissions: ["READ"] }],
        }),
      ],
      ["o (s3/objectCopy): grants[0].email"],
    );
  });

  it("has nothing to judge where there is no bucket", () => {
    notApplicable(control, [key]);
  });
});
