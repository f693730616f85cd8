import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { passphraseFrom } from "../../../cli/local/passphrase";

describe("the local passphrase", () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), "passphrase-"))));
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it("is made once, long, and readable by its owner alone", () => {
    const file = path.join(folder, "deep", "passphrase");
    const made = passphraseFrom(file);
    assert.match(made, /^[\w-]{43}$/);
    assert.equal(passphraseFrom(file), made);
    assert.equal(fs.statSync(file).mode & 0o777, 0o600);
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ["passphrase"]);
  });

  it("differs from one local cloud to the next", () => {
    assert.notEqual(passphraseFrom(path.join(folder, "a")), passphraseFrom(path.join(folder, "b")));
  });
});
