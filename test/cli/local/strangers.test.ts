import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { foldersIn } from "../../../cli/local/folders";
import { markFinished, markUnfinished, strangers } from "../../../cli/local/recovery/strangers";

describe("what an unfinished operation made unknown to the engine", () => {
  let root: string;
  beforeEach(() => (root = fs.mkdtempSync(path.join(os.tmpdir(), "strangers-"))));
  afterEach(() => fs.rmSync(root, { recursive: true }));

  const retained = { urn: "urn:retained", id: "1" };
  const known = { urn: "urn:known", id: "2" };
  const stranger = { urn: "urn:stranger", id: "3" };
  const doubled = { urn: "urn:known", id: "4" };
  const state = { resources: [{ ...known, type: "t", custom: true }], pending: [] };
  const found = () => strangers(foldersIn(root), "dev", [retained, known, stranger, doubled], state);

  it("is neither what was there before, nor what the state has", () => {
    markUnfinished(foldersIn(root), "dev", [retained]);
    assert.deepEqual(found(), [stranger, doubled]);
  });

  it("is told from what was there before the first of several that were cut off", () => {
    markUnfinished(foldersIn(root), "dev", [retained]);
    markUnfinished(foldersIn(root), "dev", [retained, stranger]);
    assert.deepEqual(found(), [stranger, doubled]);
  });

  it("is nothing after an operation that ended well, or on another stack", () => {
    markUnfinished(foldersIn(root), "prod", [retained]);
    assert.deepEqual(found(), []);
    markUnfinished(foldersIn(root), "dev", [retained]);
    markFinished(foldersIn(root), "dev");
    assert.deepEqual(found(), []);
  });
});
