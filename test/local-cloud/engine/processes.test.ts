import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { identityOf, isRunning, oneAtATime } from "../../../local-cloud/engine";

describe("a process's identity", () => {
  it("is this process's while it runs", () => {
    const own = identityOf(process.pid);
    assert.equal(own?.pid, process.pid);
    assert.equal(own !== undefined && isRunning(own), true);
  });

  it("is not that of a later process with the same id", () => {
    assert.equal(isRunning({ pid: process.pid, started: "0" }), false);
  });

  it("ends with the process", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    await once(child, "spawn");
    const identity = identityOf(child.pid ?? 0);
    assert.equal(identity !== undefined && isRunning(identity), true);
    child.kill("SIGKILL");
    await once(child, "exit");
    assert.equal(identity !== undefined && isRunning(identity), false);
  });
});

describe("one at a time", () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), "lock-"))));
  afterEach(() => fs.rmSync(folder, { recursive: true }));
  const lock = () => path.join(folder, "lock");

  it("lets the next one in when the first is done, and tells it to wait", async () => {
    const order: string[] = [];
    let finish: () => void = () => undefined;
    const first = oneAtATime(lock(), async () => {
      order.push("first begins");
      await new Promise<void>((resolve) => (finish = resolve));
      order.push("first ends");
    });
    const second = oneAtATime(lock(), async () => void order.push("second"), {
      interval: 5,
      onWait: (holder) => {
        order.push(`waits for ${holder.pid === process.pid ? "the first" : "another"}`);
        finish();
      },
    });
    await Promise.all([first, second]);
    assert.deepEqual(order, ["first begins", "waits for the first", "first ends", "second"]);
    assert.deepEqual(fs.readdirSync(folder), []);
  });

  it("takes over from a holder that is gone, without waiting for it", async () => {
    fs.writeFileSync(lock(), JSON.stringify({ pid: process.pid, started: "0" }));
    const onWait = () => assert.fail("a dead holder is not waited for");
    assert.equal(await oneAtATime(lock(), () => Promise.resolve("done"), { onWait, interval: 5 }), "done");
    assert.deepEqual(fs.readdirSync(folder), []);
  });

  it("gives the lock back when the work fails", async () => {
    await assert.rejects(
      oneAtATime(lock(), () => Promise.reject(new Error("broken"))),
      /broken/,
    );
    assert.deepEqual(fs.readdirSync(folder), []);
  });
});
