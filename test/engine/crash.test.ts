import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { foldersIn } from "../../cli/local/folders";
import { standInCloud } from "../../cli/local/recovery/stand-in-cloud";
import { readState } from "../../cli/local/state";
import { HALTED_FILE } from "../../local-cloud";
import { engineOrSkip } from "./support/engine";
import { processesWith } from "./support/processes";
import { makeSmallProject, readJson } from "./support/small-project";
import { startScript, until } from "./support/run-script";

const RESOURCES = 12;

/** Ten calls of a first run, each killed before and after it has changed the cloud, by what is killed in turn. */
const POINTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((call, index) =>
  (["before", "after"] as const).map((when, second) => ({
    call,
    when,
    victim: (["runner", "engine", "provider", "lot"] as const)[(index + second) % 4] ?? "lot",
  })),
);

describe("kill -9 and the same command again", () => {
  let root: string;
  before(async function () {
    await engineOrSkip(this);
    root = makeSmallProject();
  });
  after(() => {
    if (root !== undefined) fs.rmSync(root, { recursive: true, force: true });
  });

  for (const { call, when, victim } of POINTS) {
    it(`converges when the ${victim} is killed ${when} call ${call}`, async () => {
      const folder = path.join(root, `${victim}-${when}-${call}`);
      const folders = foldersIn(folder);
      const first = startScript("small-run.ts", [root, folder], {
        MLPLATFORM_HALT_AT: String(call),
        MLPLATFORM_HALT_WHEN: when,
      });
      const halted = await until("the halted call", () =>
        readJson<{ pid: number }>(path.join(folders.cloud, HALTED_FILE)),
      );
      const engine = readJson<{ pid: number }>(folders.engineProcess);
      const victims = { runner: [first.child.pid], engine: [engine?.pid], provider: [halted.pid] };
      const kill = victim === "lot" ? Object.values(victims).flat() : victims[victim];
      for (const pid of kill) process.kill(pid ?? Number.NaN, "SIGKILL");
      const { code } = await first.ended;
      assert.notEqual(code, 0);

      const second = await startScript("small-run.ts", [root, folder]).ended;
      assert.equal(second.code, 0, second.text);

      const state = readState(folders, "dev");
      const kept = state.resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:"));
      assert.equal(kept.length, RESOURCES);
      assert.deepEqual(state.pending, []);
      const inState = kept
        .filter(({ type }) => !type.startsWith("random:"))
        .map(({ urn, id }) => `${urn} ${id}`);
      const inCloud = standInCloud(folders.cloud)
        .madeFor("dev")
        .map(({ urn, id }) => `${urn} ${id}`);
      assert.deepEqual(inCloud.sort(), inState.sort());
      await until(
        "the end of every process",
        () => (processesWith(folder).length === 0 ? true : undefined),
        10,
      );

      // A run that changes nothing takes as long as one that does: after every second point.
      if (when === "before") return;
      const third = await startScript("small-run.ts", [root, folder]).ended;
      assert.match(third.text, /✓ dev {2}up +no changes/);
    });
  }
});
