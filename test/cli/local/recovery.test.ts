import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { foldersIn } from "../../../cli/local/folders";
import { endAbandonedEngine } from "../../../cli/local/recovery/dead-engine";
import { hasStaleLock, StackLockedError } from "../../../cli/local/recovery/locks";
import { createsToImport } from "../../../cli/local/recovery/pending-creates";
import type { PendingOperation, StateResource } from "../../../cli/local/state";
import { identityOf } from "../../../local-cloud/engine";

const resource = (name: string, id?: string): StateResource => ({
  urn: `urn:pulumi:dev::mlplatform::aws:s3/bucket:Bucket::${name}`,
  type: "aws:s3/bucket:Bucket",
  custom: true,
  id,
});
const { urn } = resource("a");

describe("creates that were under way", () => {
  const pending = (type: PendingOperation["type"], name = "a"): PendingOperation => ({
    type,
    resource: resource(name),
  });

  it("are imported when they came to pass, and forgotten when not", () => {
    const state = { resources: [], pending: [pending("creating"), pending("creating", "b")] };
    const find = (_type: string, asked: string) => (asked === urn ? ["id-1"] : []);
    assert.deepEqual(createsToImport(state, find), [{ urn, id: "id-1" }]);
  });

  it("are not what the state has already: the one that is being replaced", () => {
    const state = { resources: [resource("a", "old")], pending: [pending("creating")] };
    assert.deepEqual(
      createsToImport(state, () => ["old", "new"]),
      [{ urn, id: "new" }],
    );
    assert.deepEqual(
      createsToImport(state, () => ["old"]),
      [],
    );
  });

  it("are taken up again when an earlier recovery was itself cut off", () => {
    assert.deepEqual(
      createsToImport({ resources: [], pending: [pending("importing")] }, () => ["id-1"]),
      [{ urn, id: "id-1" }],
    );
  });

  it("are not updates and deletes, which the engine looks up by itself", () => {
    const state = { resources: [], pending: [pending("updating"), pending("deleting"), pending("reading")] };
    assert.deepEqual(
      createsToImport(state, () => ["id-1"]),
      [],
    );
  });
});

describe("what a killed command leaves", () => {
  let root: string;
  beforeEach(() => (root = fs.mkdtempSync(path.join(os.tmpdir(), "recovery-"))));
  afterEach(() => fs.rmSync(root, { recursive: true }));

  const lock = (pid: number, hostname = os.hostname()) => {
    const folder = path.join(root, "state", ".pulumi", "locks", "organization", "mlplatform", "dev");
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, `${pid}.json`), JSON.stringify({ pid, hostname }));
  };
  /** The id of a process that has ended. */
  const endedProcess = async () => {
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    return child.pid ?? 0;
  };

  it("is no lock", () => assert.equal(hasStaleLock(foldersIn(root), "dev", undefined), false));

  it("is a lock of a process that is gone", async () => {
    lock(await endedProcess());
    assert.equal(hasStaleLock(foldersIn(root), "dev", undefined), true);
    assert.equal(hasStaleLock(foldersIn(root), "prod", undefined), false);
  });

  it("is a lock whose process id was given out again since", () => {
    lock(process.pid);
    assert.equal(hasStaleLock(foldersIn(root), "dev", { pid: process.pid, started: "0" }), true);
  });

  it("is not a lock of a process that runs, or of another machine", async () => {
    lock(process.pid);
    assert.throws(() => hasStaleLock(foldersIn(root), "dev", undefined), StackLockedError);
    fs.rmSync(path.join(root, "state"), { recursive: true });
    lock(await endedProcess(), "another-machine");
    assert.throws(() => hasStaleLock(foldersIn(root), "dev", undefined), StackLockedError);
  });

  it("is an engine that still runs: it is asked to stop, and waited for", async () => {
    const engine = spawn(process.execPath, [
      "-e",
      "process.on('SIGINT', () => process.exit(0)); console.log('ready'); setInterval(() => {}, 1000)",
    ]);
    await once(engine.stdout, "data");
    const identity = identityOf(engine.pid ?? 0);
    const file = path.join(root, "engine-process.json");
    fs.writeFileSync(file, JSON.stringify(identity));
    const ended = once(engine, "exit");
    assert.deepEqual(await endAbandonedEngine(file), identity);
    assert.deepEqual(await ended, [0, null]);
  });

  it("is nothing when the last engine ended well, or its record was cut off", async () => {
    const file = path.join(root, "engine-process.json");
    assert.equal(await endAbandonedEngine(file), undefined);
    fs.writeFileSync(file, '{"pid": 12');
    assert.equal(await endAbandonedEngine(file), undefined);
  });
});
