import assert from "node:assert/strict";
import { blocks } from "../../../policy-pack/contract/report";
import type { ExceptionRecord, Selector } from "../../../policy-pack/exceptions/record";
import { redKeys } from "../support/made-up-controls";
import { declare } from "../support/resources";
import { file, judgeWith, RECORD } from "./cases";

const TEAM = { name: "Team", value: "audit" };
const key = (name: string, tags: object) =>
  declare("kms/key:Key", name, { colour: "blue", tags }, { stack: "prod" });
const STACK = [
  key("ml-a", { Team: "audit", Scratch: "yes" }),
  key("ml-b", { Team: "audit", Scratch: "yes" }),
  key("ml-c", { Team: "audit" }),
  key("other", { Team: "fraud" }),
];

/** What is found wrong with an exception's selector in a stack of four keys. */
const faults = (select: Selector, control = redKeys) =>
  judgeWith(
    file({ ...RECORD, select, expiresOn: "2026-06-15", createdOn: "2026-05-20" }),
    undefined,
    STACK,
    control,
  )
    .violations.filter((one) => one.control === "exceptions-valid")
    .map((one) => [one.property, one.found]);

describe("an exception that covers most of a stack", () => {
  it("is too broad, by a tag or by a pattern", () => {
    const broad = [["exceptions.yaml EX-1.select", "3 of 4 resources of the stack"]];
    assert.deepEqual(faults({ stack: "prod", tag: TEAM }), broad);
    assert.deepEqual(faults({ stack: "prod", name: "ml-*" }), broad);
  });

  it("is narrow enough with half of it, one resource, a type, a whole name or a URN", () => {
    assert.deepEqual(faults({ stack: "prod", tag: { name: "Scratch", value: "yes" } }), []);
    assert.deepEqual(faults({ stack: "prod", tag: { name: "Team", value: "fraud" } }), []);
    assert.deepEqual(faults({ stack: "prod", tag: TEAM, type: "aws:kms/key:Key" }), []);
    assert.deepEqual(faults({ stack: "prod", tag: TEAM, name: "ml-a" }), []);
    assert.deepEqual(faults({ urn: "urn:pulumi:prod::mlplatform::aws:kms/key:Key::ml-a" }), []);
  });
});

describe("an exception from a critical control in prod", () => {
  const critical = { ...redKeys, severity: "critical" as const };

  it("names its resources: a whole type or tag is too broad", () => {
    const type = { stack: "prod", type: "aws:kms/key:Key" };
    assert.deepEqual(faults(type, critical), [["exceptions.yaml EX-1.select", JSON.stringify(type)]]);
    const tag = { ...type, tag: TEAM };
    assert.deepEqual(faults(tag, critical), [["exceptions.yaml EX-1.select", JSON.stringify(tag)]]);
    assert.deepEqual(faults({ ...type, name: "ml-a" }, critical), []);
    assert.deepEqual(faults({ urn: "urn:pulumi:prod::mlplatform::aws:kms/key:Key::ml-a" }, critical), []);
  });

  it("may cover a type below prod", () => {
    const resources = STACK.map((one) => ({ ...one, more: { stack: "staging" } }));
    const record: ExceptionRecord = {
      ...RECORD,
      select: { stack: "staging", type: "aws:kms/key:Key" },
      createdOn: "2026-05-20",
      expiresOn: "2026-06-15",
    };
    assert.equal(blocks(judgeWith(file(record), undefined, resources, critical)), false);
  });
});

describe("a tag that the provider gives", () => {
  const provider = {
    type: "pulumi:providers:aws",
    name: "aws",
    props: { defaultTags: { tags: { Team: "audit" } } },
  };
  const by = (value: string, props: object) => {
    const one = declare("kms/key:Key", "blue-1", { colour: "blue", ...props }, { stack: "prod", provider });
    const record = { ...RECORD, select: { stack: "prod", tag: { name: "Team", value } } };
    return judgeWith(file(record), undefined, [one]).exceptionsUsed.length;
  };

  it("is the resource's, unless it has its own", () => {
    assert.equal(by("audit", {}), 1);
    assert.equal(by("fraud", {}), 0);
    assert.equal(by("audit", { tags: { Team: "fraud" } }), 0);
    assert.equal(by("fraud", { tags: { Team: "fraud" } }), 1);
    assert.equal(by("audit", { tagsAll: { Other: "x" } }), 0);
  });

  it("is not that of a type which can have no tags", () => {
    const versioning = declare(
      "s3/bucketVersioning:BucketVersioning",
      "v",
      { colour: "blue" },
      { stack: "prod", provider },
    );
    const control = { ...redKeys, types: ["aws:s3/bucketVersioning:BucketVersioning"] };
    const record = { ...RECORD, select: { stack: "prod", tag: TEAM } };
    assert.equal(judgeWith(file(record), undefined, [versioning], control).exceptionsUsed.length, 0);
  });
});
