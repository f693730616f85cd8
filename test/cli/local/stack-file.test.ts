import assert from "node:assert/strict";
import { localStackFile } from "../../../cli/local/stack-file";

describe("a stack file in the local cloud", () => {
  it("is the tracked one, comments included", () => {
    const tracked = "# Ours.\nconfig:\n  a:b: [1, 2] # two\n";
    assert.equal(localStackFile(tracked), "# Ours.\nconfig:\n  a:b: [ 1, 2 ] # two\n");
  });

  it("has no encryption of the real backend, and a placeholder for each of its secrets", () => {
    const tracked = [
      "secretsprovider: awskms://alias/state",
      "encryptedkey: AQID",
      "config:",
      "  a:token:",
      "    secure: v1:abc",
      "  a:list:",
      "    - name: x",
      "      key: { secure: v1:def }",
      "",
    ].join("\n");
    assert.equal(
      localStackFile(tracked),
      "config:\n  a:token: local-cloud-placeholder\n  a:list:\n    - name: x\n      key: local-cloud-placeholder\n",
    );
  });

  it("keeps the salt of the copy before it, not that of the tracked file", () => {
    const text = localStackFile(
      "encryptionsalt: real\nconfig:\n  a:b: 1\n",
      "config: {}\nencryptionsalt: local\n",
    );
    assert.equal(text, "config:\n  a:b: 1\nencryptionsalt: local\n");
  });

  it("has no salt when there was no copy before", () => {
    assert.equal(localStackFile("encryptionsalt: real\nconfig:\n  a:b: 1\n"), "config:\n  a:b: 1\n");
  });
});
