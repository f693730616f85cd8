import { strict as assert } from "node:assert";
import { DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import { UNKNOWN } from "../../../local-cloud/provider/values";
import { Plugin, temporaryCloud } from "./plugin";

const BUCKET = "aws:s3/bucket:Bucket";
const ROLE = "aws:iam/role:Role";
const VPC = "aws:ec2/vpc:Vpc";
const SOME = DiffResponse.DiffChanges.DIFF_SOME;
const NONE = DiffResponse.DiffChanges.DIFF_NONE;

describe("a resource's life in the AWS stand-in", () => {
  const cloud = temporaryCloud();
  let plugin: Plugin;
  let elsewhere: Plugin;

  before(async () => {
    plugin = await Plugin.inAccount("111111111111", cloud.folder);
    elsewhere = await Plugin.inAccount("222222222222", cloud.folder);
  });

  after(async () => {
    await plugin.stop();
    await elsewhere.stop();
    cloud.remove();
  });

  it("gives a name at check, keeps it, and merges the provider's tags", async () => {
    const first = await plugin.check(BUCKET, "Data", { tags: { Owner: "fraud" } });
    assert.deepEqual(first, {
      inputs: {
        bucket: first.inputs.bucket,
        tags: { Owner: "fraud" },
        tagsAll: { Environment: "dev", Owner: "fraud" },
        __defaults: ["bucket"],
      },
      failures: [],
    });
    assert.match(String(first.inputs.bucket), /^data-[0-9a-f]{7}$/);
    const again = await plugin.check(
      BUCKET,
      "Data",
      { tags: { Owner: "fraud" } },
      first.inputs,
      "another seed",
    );
    assert.deepEqual(again.inputs, first.inputs);
    const replaced = await plugin.check(BUCKET, "Data", {}, {}, "another seed");
    assert.notEqual(replaced.inputs.bucket, first.inputs.bucket);
  });

  it("keeps a name that the program chose, and one that is not known yet", async () => {
    assert.deepEqual((await plugin.check(ROLE, "r", { name: "chosen" })).inputs, {
      name: "chosen",
      tagsAll: { Environment: "dev", Owner: "core" },
      __defaults: [],
    });
    assert.equal((await plugin.check(ROLE, "r", { name: UNKNOWN })).inputs.name, UNKNOWN);
    assert.equal((await plugin.check(ROLE, "r", { tags: UNKNOWN })).inputs.tagsAll, UNKNOWN);
  });

  it("refuses a given name that AWS would find too long", async () => {
    const { failures } = await plugin.check(
      "aws:lb/loadBalancer:LoadBalancer",
      "a-load-balancer-with-a-long-name",
      {},
    );
    assert.equal(failures.length, 1);
    assert.match(
      failures[0] ?? "",
      /^name: The name "a-load-balancer-with-a-long-name-\w{7}" has 40 characters; AWS allows 32\./,
    );
  });

  it("knows the inputs at preview, and leaves open what only AWS decides", async () => {
    const { id, outputs } = await plugin.create(
      VPC,
      "preview",
      { cidrBlock: "10.0.0.0/16", tagsAll: { A: "b" } },
      true,
    );
    assert.equal(id, "");
    assert.equal(outputs.cidrBlock, "10.0.0.0/16");
    assert.equal(outputs.region, "eu-central-1");
    assert.deepEqual(outputs.tagsAll, { A: "b" });
    assert.deepEqual(
      [outputs.arn, outputs.defaultSecurityGroupId, outputs.ownerId],
      [UNKNOWN, UNKNOWN, UNKNOWN],
    );
    assert.deepEqual((await plugin.read(VPC, "preview", "")).id, "");
  });

  it("creates, reads, updates and deletes", async () => {
    const inputs = { name: "training", assumeRolePolicy: "{}", tags: {}, tagsAll: {}, __defaults: [] };
    const created = await plugin.create(ROLE, "training", inputs);
    assert.equal(created.id, "training");
    assert.equal(created.outputs.arn, "arn:aws:iam::111111111111:role/training");
    assert.match(String(created.outputs.uniqueId), /^AROA[A-Z2-7]{17}$/);
    assert.equal("region" in created.outputs, false);
    assert.equal("__defaults" in created.outputs, false);

    assert.deepEqual(await plugin.read(ROLE, "training", "training"), {
      id: "training",
      inputs,
      outputs: created.outputs,
    });
    assert.equal((await elsewhere.read(ROLE, "training", "training")).id, "");

    const news = { ...inputs, description: "trains", tags: { A: "1" }, tagsAll: { A: "1" } };
    const expected = { ...created.outputs, description: "trains", tags: { A: "1" }, tagsAll: { A: "1" } };
    const known = { inputs, outputs: created.outputs };
    assert.deepEqual(await plugin.update(ROLE, "training", "training", known, news, true), expected);
    assert.deepEqual((await plugin.read(ROLE, "training", "training")).inputs, inputs);
    assert.deepEqual(await plugin.update(ROLE, "training", "training", known, news), expected);
    assert.deepEqual(await plugin.read(ROLE, "training", "training"), {
      id: "training",
      inputs: news,
      outputs: expected,
    });

    await plugin.delete(ROLE, "training", "training", expected);
    assert.equal((await plugin.read(ROLE, "training", "training")).id, "");
    await plugin.delete(ROLE, "training", "training", expected);
    await assert.rejects(plugin.update(ROLE, "training", "training", known, news), {
      message: 'NotFound: aws:iam/role:Role "training" doesn\'t exist in account 111111111111.',
    });
  });

  it("says what changes, and what a change replaces", async () => {
    const { Kind } = PropertyDiff;
    const inputs = { name: "r", path: "/", tags: { a: "1", "b.c": "2" }, __defaults: [] };
    assert.deepEqual(await plugin.diff(ROLE, "r", inputs, { ...inputs, __defaults: ["x"] }), {
      changes: NONE,
      properties: [],
      replaces: [],
      deleteBeforeReplace: false,
      details: {},
    });
    assert.deepEqual(
      await plugin.diff(ROLE, "r", inputs, { ...inputs, tags: { a: "3" }, description: "d" }),
      {
        changes: SOME,
        properties: ["description", "tags"],
        replaces: [],
        deleteBeforeReplace: false,
        details: { description: Kind.ADD, "tags.a": Kind.UPDATE, 'tags["b.c"]': Kind.DELETE },
      },
    );
    assert.deepEqual(await plugin.diff(ROLE, "r", inputs, { ...inputs, path: "/x/" }), {
      changes: SOME,
      properties: ["path"],
      replaces: ["path"],
      deleteBeforeReplace: true,
      details: { path: Kind.UPDATE_REPLACE },
    });
    const renamed = await plugin.diff(ROLE, "r", inputs, { ...inputs, name: "other" });
    assert.deepEqual([renamed.replaces, renamed.deleteBeforeReplace], [["name"], false]);
    const autonamed = { ...inputs, __defaults: ["name"] };
    const moved = await plugin.diff(ROLE, "r", autonamed, { ...autonamed, path: "/x/" });
    assert.deepEqual([moved.replaces, moved.deleteBeforeReplace], [["path"], false]);
    const readdressed = await plugin.diff(VPC, "v", { cidrBlock: "10.0.0.0/16" }, { cidrBlock: UNKNOWN });
    assert.deepEqual([readdressed.replaces, readdressed.deleteBeforeReplace], [["cidrBlock"], false]);
  });

  it("refuses a second of the same name where AWS does, and only there", async () => {
    await plugin.create(BUCKET, "one", { bucket: "taken" });
    await assert.rejects(elsewhere.create(BUCKET, "two", { bucket: "taken" }), {
      message: `AlreadyExists: ${BUCKET} "taken" exists already: it was created for urn:pulumi:dev::tests::${BUCKET}::one.`,
    });
    await plugin.create(ROLE, "one", { name: "shared-name" });
    await elsewhere.create(ROLE, "one", { name: "shared-name" });
    await assert.rejects(plugin.create(ROLE, "two", { name: "shared-name" }), /^Error: AlreadyExists: /);

    const secret = "aws:secretsmanager/secret:Secret";
    await plugin.create(secret, "one", { name: "token" });
    await assert.rejects(plugin.create(secret, "two", { name: "token" }), /^Error: AlreadyExists: /);
    await plugin.create(secret, "three", { name: "token", region: "eu-west-1" });

    const subnets = await Promise.all(
      ["a", "b"].map((name) => plugin.create("aws:ec2/subnet:Subnet", name, { vpcId: "vpc-1" })),
    );
    assert.notEqual(subnets[0]?.id, subnets[1]?.id);
  });

  it("takes an id that is unique only beneath a parent for what it is", async () => {
    const permission = "aws:lambda/permission:Permission";
    const inputs = (of: string) => ({ statementId: "AllowEvents", function: of });
    const one = await plugin.create(permission, "one", inputs("f"));
    const two = await plugin.create(permission, "two", inputs("g"));
    assert.deepEqual([one.id, two.id], ["AllowEvents", "AllowEvents"]);
    await assert.rejects(plugin.create(permission, "three", inputs("g")), /^Error: AlreadyExists: /);
    await plugin.delete(permission, "one", one.id, one.outputs);
    await plugin.delete(permission, "one", one.id, one.outputs);
    assert.equal((await plugin.read(permission, "two", two.id, inputs("g"), two.outputs)).id, "AllowEvents");
    const unlisted = "aws:xray/group:Group";
    await plugin.create(unlisted, "one", { name: "same" });
    await plugin.create(unlisted, "two", { name: "same" });
  });

  it("finds by id alone what is to be imported, whatever it was filed under", async () => {
    const created = await plugin.create("aws:secretsmanager/secret:Secret", "imported", { name: "imported" });
    const found = await plugin.read("aws:secretsmanager/secret:Secret", "imported", created.id);
    assert.deepEqual(found, { id: created.id, inputs: { name: "imported" }, outputs: created.outputs });
  });

  it("answers data sources, and names the token of one that it doesn't know", async () => {
    assert.equal(
      (await elsewhere.invoke("aws:index/getCallerIdentity:getCallerIdentity")).accountId,
      "222222222222",
    );
    assert.equal((await plugin.invoke("aws:index/getRegion:getRegion")).region, "eu-central-1");
    await assert.rejects(
      plugin.invoke("aws:ec2/getAmi:getAmi"),
      /No answer is known for the data source aws:ec2\/getAmi:getAmi/,
    );
  });

  it("refuses to be configured for an account that is not allowed", async () => {
    await assert.rejects(
      plugin.configure({
        allowedAccountIds: '["111111111111"]',
        assumeRoles: '[{"roleArn":"arn:aws:iam::333333333333:role/r"}]',
      }),
      { message: "AWS account ID not allowed: 333333333333. Allowed by allowedAccountIds: 111111111111." },
    );
  });
});
