import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { findEngine, NoEngineError } from "../../../local-cloud/engine";
import { builtExecutable } from "../../../local-cloud/engine/built";
import { downloadedExecutable } from "../../../local-cloud/engine/downloaded";
import { downloadEngine } from "../../../local-cloud/engine/downloaded";
import { goFor } from "../../../local-cloud/engine/go";

describe("finding the engine", () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), "engine-"))));
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  /** A program that prints a text and ends with a code. */
  const program = (file: string, prints: string, code = 0) => {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `#!/bin/sh\necho '${prints}'\nexit ${code}\n`, { mode: 0o755 });
    return file;
  };
  const environment = () => ({ PATH: path.join(folder, "bin"), XDG_CACHE_HOME: path.join(folder, "cache") });

  it("takes the installed one when it is new enough", async () => {
    const executable = program(path.join(folder, "bin", "pulumi"), "v3.249.0");
    const engine = await findEngine({ environment: environment() });
    assert.deepEqual(
      { ...engine, version: engine.version.version },
      { executable, version: "3.249.0", origin: "path" },
    );
  });

  it("passes by an installed one that is too old, for one that was downloaded", async () => {
    program(path.join(folder, "bin", "pulumi"), "v3.248.9");
    const executable = program(downloadedExecutable(environment()), "v3.256.0");
    const engine = await findEngine({ environment: environment() });
    assert.deepEqual([engine.executable, engine.origin], [executable, "downloaded"]);
  });

  it("takes the one that was built, when none was downloaded", async () => {
    const executable = program(builtExecutable(environment()), "v3.256.0");
    const engine = await findEngine({ environment: environment() });
    assert.deepEqual([engine.executable, engine.origin], [executable, "built"]);
  });

  it("passes by one that cannot be run", async () => {
    program(path.join(folder, "bin", "pulumi"), "v3.256.0", 1);
    const executable = program(builtExecutable(environment()), "v3.256.0");
    assert.equal((await findEngine({ environment: environment() })).executable, executable);
  });

  it("keeps what it makes outside the clone", () => {
    const { XDG_CACHE_HOME: cache } = environment();
    assert.equal(path.relative(cache, downloadedExecutable(environment())).split(path.sep)[0], "mlplatform");
    assert.equal(
      builtExecutable({ PATH: "" }).startsWith(path.join(os.homedir(), ".cache", "mlplatform")),
      true,
    );
  });

  it("gives up a download quickly when the host does not answer", async () => {
    const found = await downloadEngine({
      environment: environment(),
      report: () => assert.fail("nothing may be downloaded"),
      host: "http://127.0.0.1:1",
    });
    assert.deepEqual(found, {
      attempt: { origin: "downloaded", reason: "http://127.0.0.1:1 did not answer within 5 seconds" },
    });
  });

  describe("Go", () => {
    it("is new enough from 1.25.11 on", async () => {
      program(path.join(folder, "bin", "go"), "go version go1.25.11 linux/amd64");
      const go = await goFor(folder, environment());
      assert.equal("version" in go ? go.version : go.reason, "1.25.11");
    });

    it("is refused when older, with both versions named", async () => {
      program(path.join(folder, "bin", "go"), "go version go1.25.10 linux/amd64");
      assert.deepEqual(await goFor(folder, environment()), {
        reason: "go is 1.25.10; 1.25.11 or newer is needed",
      });
    });

    it("is missed when it is not there", async () => {
      assert.deepEqual(await goFor(folder, environment()), { reason: "there is no go on the PATH" });
    });
  });

  it("says what was tried, and both ways to get one", () => {
    const { message } = new NoEngineError([
      { origin: "path", reason: "no pulumi" },
      { origin: "downloaded", reason: "no answer" },
      { origin: "built", reason: "no go" },
    ]);
    assert.match(
      message,
      /installed on this machine: no pulumi\n.*downloaded from Pulumi: no answer\n.*modules: no go\n/,
    );
    assert.match(message, /https:\/\/www\.pulumi\.com\/docs\/install\//);
    assert.match(message, /Go, 1\.25\.11 or newer/);
  });
});
