import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { exceptionsCommand } from "../../../cli/exceptions";
import { exceptionsCode, shownCheck, shownList } from "../../../cli/exceptions/show";
import type { ExceptionStatus } from "../../../policy-pack/exceptions/status";
import { exceptionsSchema } from "../../../policy-pack/exceptions/shape";

const ROOT = path.resolve(__dirname, "../../..");
const NOW = new Date("2026-06-01T12:00:00Z");

const RECORD = {
  id: "EX-1",
  ticket: "SEC-123",
  control: "s3-bucket-versioned",
  select: { stack: "dev", type: "aws:s3/bucket:Bucket", name: "no-such-*" },
  reason: "Scratch space that is rebuilt every night.",
  category: "waiver",
  requestedBy: "ml-platform@example.com",
  approvedBy: ["security@example.com"],
  createdOn: "2026-05-01",
  expiresOn: "2026-06-30",
};

/** Runs the command on a file of its own, and returns what it printed and its exit code. */
async function run(action: string, text: string): Promise<{ code: number; out: string; err: string }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "mlplatform-exceptions-"));
  const file = path.join(folder, "exceptions.yaml");
  writeFileSync(file, text);
  const printed = { out: "", err: "" };
  const { log, error } = console;
  console.log = (words: string) => void (printed.out += `${words}\n`);
  console.error = (words: string) => void (printed.err += `${words}\n`);
  try {
    return { code: await exceptionsCommand([action, "--file", file], ROOT, NOW), ...printed };
  } finally {
    Object.assign(console, { log, error });
    rmSync(folder, { recursive: true });
  }
}
const fileOf = (...exceptions: object[]) =>
  JSON.stringify({ approvers: ["security@example.com", "risk@example.com"], exceptions });

describe("npm run exceptions", function () {
  this.timeout(180_000);

  it("has nothing to say of a file without exceptions", async () => {
    assert.deepEqual(await run("list", fileOf()), { code: 0, out: "There are no exceptions.\n", err: "" });
    const { code, out } = await run("check", fileOf());
    assert.deepEqual([code, out], [0, "0 exceptions: 0 in use.\n"]);
  });

  it("finds, in the resources of the stacks, what is expired, not needed, too broad or for no stack at all", async () => {
    const { select } = RECORD;
    const buckets = { stack: "dev", type: "aws:s3/bucket:Bucket" };
    const approvedBy = ["security@example.com", "risk@example.com"];
    const { code, out } = await run(
      "check",
      fileOf(
        RECORD,
        { ...RECORD, id: "EX-2", expiresOn: "2026-05-31" },
        { ...RECORD, id: "EX-3", select: buckets, expiresOn: "2026-06-10" },
        { ...RECORD, id: "EX-4", select: { stack: "dev", name: "*" } },
        { ...RECORD, id: "EX-5", select: { ...select, stack: "test" } },
        { ...RECORD, id: "EX-6", select: { ...select, stack: "test" }, approvedBy },
      ),
    );
    assert.equal(code, 1);
    const plain = out
      .replaceAll(/\u001b\[\d+m/g, "")
      .split("\n")
      .filter((line) => line !== "");
    assert.deepEqual(plain, [
      "✖ EX-1  30 days left, until 2026-06-30",
      "    select: selects no resource; required: an exception that is still needed: remove it, or mend its selector",
      "✖ EX-2  expired on 2026-05-31",
      "    expiresOn: expired on 2026-05-31; required: a day that has not passed",
      "✖ EX-3  10 days left, until 2026-06-10",
      "    select: covers no violation; required: an exception that is still needed: remove it",
      "✖ EX-4  30 days left, until 2026-06-30",
      '    select: {"stack":"dev","name":"*"}; required: a urn, or a stack with a type, a tag or a name that is more than *',
      "✖ EX-5  30 days left, until 2026-06-30",
      // A stack that is not known is judged as prod, which takes two approvers.
      "    approvedBy: 1 approver(s); required: 2 different approver(s) in prod",
      "✖ EX-6  30 days left, until 2026-06-30",
      '    select: the stack "test"; required: a stack that there is',
      "6 exceptions: 0 in use, 6 to be mended or removed.",
    ]);
  });

  it("ends with 2 for what cannot be read, in both actions", async () => {
    for (const action of ["list", "check"]) {
      const { code, out } = await run(action, fileOf({ ...RECORD, tickt: "SEC-1" }));
      assert.equal(code, 2);
      assert.match(out, /cannot be read\n.+exceptions\[0\].+tickt/);
    }
    assert.equal((await run("check", "exceptions: [")).code, 2);
  });

  it("explains itself when it is asked for something else", async () => {
    const { code, err } = await run("lsit", fileOf());
    assert.equal(code, 2);
    assert.match(err, /There is no action "lsit"\.[^]*npm run exceptions -- list\|check/);
  });
});

describe("what npm run exceptions shows", () => {
  const status = (more: Partial<ExceptionStatus>): ExceptionStatus => ({
    record: RECORD as ExceptionStatus["record"],
    daysLeft: 30,
    expiresSoon: false,
    selects: Array.from({ length: 7 }, (_, i) => `urn:pulumi:dev::p::aws:s3/bucket:Bucket::b${i}`),
    covers: ["urn:pulumi:dev::p::aws:s3/bucket:Bucket::b0"],
    faults: [],
    ...more,
  });
  const fault = { property: "select", found: "covers no violation", required: "one that is needed" };
  const shown = (text: string) => text.replaceAll(/\u001b\[\d+m/g, "");

  it("is each exception with what it selects, covers, and how long it lasts", () => {
    const soon = status({ daysLeft: 1, expiresSoon: true });
    assert.equal(
      shown(shownList({ exceptions: [soon], unreadable: [] })),
      `▲ EX-1  1 day left, until 2026-06-30
    control   s3-bucket-versioned
    ticket    SEC-123
    reason    Scratch space that is rebuilt every night.
    approved  security@example.com, asked for by ml-platform@example.com
    selects   b0 (s3/bucket), b1 (s3/bucket), b2 (s3/bucket), b3 (s3/bucket), b4 (s3/bucket) and 2 more
    covers    b0 (s3/bucket)

1 exception: 1 in use, 1 of them for 14 days or less.`,
    );
  });

  it("is, for a check, only what is wrong or about to be", () => {
    const check = (...exceptions: ExceptionStatus[]) => shown(shownCheck({ exceptions, unreadable: [] }));
    assert.equal(check(status({})), "1 exception: 1 in use.");
    assert.match(check(status({ daysLeft: 14, expiresSoon: true })), /^▲ EX-1 {2}14 days left/);
    assert.match(
      check(status({ faults: [fault] })),
      /^✖ EX-1.+\n {4}select: covers no violation; required: one/,
    );
  });

  it("ends with 0 when all count, also those that end soon; 1 for a fault; 2 for what cannot be read", () => {
    const code = (exceptions: ExceptionStatus[], ...unreadable: string[]) =>
      exceptionsCode({ exceptions, unreadable });
    assert.equal(code([status({ expiresSoon: true })]), 0);
    assert.equal(code([status({}), status({ faults: [fault] })]), 1);
    assert.equal(code([status({ faults: [fault] })], "exceptions[1]: ticket: required"), 2);
  });
});

describe("the JSON Schema of exceptions.yaml", () => {
  const accepts = new Ajv({ strict: false }).compile(exceptionsSchema());

  it("is named by the file, which it accepts", () => {
    const text = readFileSync(path.join(ROOT, "policy-pack/exceptions.yaml"), "utf8");
    assert.match(text, /^# yaml-language-server: \$schema=exceptions\.schema\.json\n/);
    assert.ok(accepts(parse(text)), JSON.stringify(accepts.errors));
  });

  it("accepts a record that keeps its shape, and none that does not", () => {
    const file = (record: object) => ({ approvers: [], exceptions: [record] });
    const { ticket: _ticket, ...withoutTicket } = RECORD;
    assert.ok(accepts(file(RECORD)), JSON.stringify(accepts.errors));
    for (const wrong of [
      withoutTicket,
      { ...RECORD, ticket: "soon" },
      { ...RECORD, expiresOn: "30.6.2026" },
      { ...RECORD, reason: "because" },
      { ...RECORD, category: "whatever" },
      { ...RECORD, selct: {} },
      { ...RECORD, select: { stack: "dev", nmae: "x" } },
    ])
      assert.equal(accepts(file(wrong)), false, JSON.stringify(wrong));
  });
});
