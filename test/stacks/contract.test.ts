import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { record } from "../../local-cloud/recording";
import { archiveOf } from "../../stacks/contract";
import { program } from "../../stacks/program";
import { exampleEnvironment, recordEnvironment, recordStack } from "./support/record-stack";

const ORG = "organization/mlplatform/org";
const BUCKET = "acme-org-core-log-archive-dev-222222222222";

const runDev = (outputs: Record<string, unknown> | undefined) =>
  record(() => program(exampleEnvironment("dev")), {
    stack: "dev",
    stackReferences: outputs === undefined ? {} : { [ORG]: outputs },
  });

async function errorOf(run: Promise<unknown>): Promise<Error> {
  return run.then(
    () => assert.fail("It was accepted."),
    (error: unknown) => error as Error,
  );
}

describe("what an environment reads of org", () => {
  it("is the log archive of its own tier", async () => {
    const { outputs } = await recordStack("org");
    const archive = archiveOf({ ...outputs }, ORG, "dev", BUCKET);
    assert.equal(archive.bucketName, BUCKET);
    assert.equal(archive.bucketArn, `arn:aws:s3:::${BUCKET}`);
    assert.match(archive.keyArn, /^arn:aws:kms:eu-central-1:222222222222:key\/[0-9a-f-]{36}$/);
  });

  it("is asked of a stack whose reference says what to do when there is none", async () => {
    const names: unknown[] = [];
    await record(
      async () => {
        pulumi.runtime.registerStackTransformation(({ type, name, props }) => {
          if (type === "pulumi:pulumi:StackReference") names.push([name, props["name"]]);
          return undefined;
        });
        return program(exampleEnvironment("dev"));
      },
      { stack: "dev", stackReferences: { [ORG]: { ...(await recordStack("org")).outputs } } },
    );
    assert.deepEqual(names, [["org-must-be-up-first", ORG]]);
  });

  it("cannot come from a stack without outputs", async () => {
    const error = await errorOf(runDev(undefined));
    assert.ok(pulumi.RunError.isInstance(error));
    assert.equal(
      error.message,
      `The stack ${ORG} lacks the outputs that an environment needs: ` +
        "logArchives, organizationTrailArn, stateBackend.\n" +
        "Bring it up with this version of the program first: pulumi up --stack org",
    );
  });

  it("cannot come from a stack with part of them", async () => {
    const { outputs } = await recordStack("org");
    const { prod, staging } = outputs["logArchives"] as Record<string, unknown>;
    const error = await errorOf(runDev({ ...outputs, logArchives: { prod, staging } }));
    assert.ok(pulumi.RunError.isInstance(error));
    assert.equal(
      error.message,
      `The stack ${ORG} lacks the outputs that an environment needs: logArchives.dev.\n` +
        "Bring it up with this version of the program first: pulumi up --stack org",
    );
  });

  it("cannot come from another company's stack", async () => {
    const { outputs } = await recordStack("org");
    const settings = exampleEnvironment("dev");
    const other = { ...settings, company: { ...settings.company, name: "other" } };
    const run = record(() => program(other), { stack: "dev", stackReferences: { [ORG]: { ...outputs } } });
    const error = await errorOf(run);
    assert.ok(pulumi.RunError.isInstance(error));
    assert.equal(
      error.message,
      `The stack ${ORG} keeps the logs of dev in ${BUCKET}; ` +
        "this configuration expects other-org-core-log-archive-dev-222222222222.\n" +
        "Both stacks must have the same mlplatform:company: bring up org with this configuration first.",
    );
  });
});

describe("an environment that stands alone", () => {
  it("reads no other stack, and keeps its audit logs in its own account", async () => {
    const settings = exampleEnvironment("dev");
    const standalone = { ...settings, environment: { ...settings.environment, standalone: true } };
    const { resources } = await record(() => program(standalone), { stack: "dev" });
    const trail = resources.find(({ type }) => type === "aws:cloudtrail/trail:Trail");
    assert.equal(trail?.inputs["s3BucketName"], "acme-dev-audit-log-archive-dev-555555555555");
    assert.equal(trail?.provider?.account, "555555555555");
    const accounts = resources.flatMap(({ provider }) => (provider === undefined ? [] : [provider.account]));
    assert.deepEqual([...new Set(accounts)].filter((account) => account !== "").sort(), ["555555555555"]);
  });

  it("registers what it registers beside org, and the archive besides", async () => {
    const settings = exampleEnvironment("dev");
    const standalone = { ...settings, environment: { ...settings.environment, standalone: true } };
    const alone = await record(() => program(standalone), { stack: "dev" });
    const beside = new Set((await recordEnvironment(settings)).resources.map(({ urn }) => urn));
    const added = alone.resources.filter(({ urn }) => !beside.delete(urn)).map(({ name }) => name);
    const reference = "urn:pulumi:dev::mlplatform::pulumi:pulumi:StackReference::org-must-be-up-first";
    assert.deepEqual([...beside], [reference]);
    assert.deepEqual(
      added.filter((name) => !name.startsWith("log-archive")),
      [],
    );
    assert.ok(added.includes("log-archive") && added.includes("log-archive-access-logs"));
  });
});
