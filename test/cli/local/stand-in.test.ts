import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { NotStandInError, requireStandIns } from "../../../cli/local/stand-in";

describe("the providers in use", () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), "stand-in-"))));
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const plugin = (bin: string, provider: string, prints: string) => {
    const file = path.join(folder, bin, `pulumi-resource-${provider}`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `#!/bin/sh\necho '${prints}'\n`, { mode: 0o755 });
  };
  const line = (provider: string) =>
    `mlplatform stand-in for ${provider} 7.48.0: nothing leaves this machine`;
  const require = (...bins: string[]) =>
    requireStandIns(
      { PATH: [...bins.map((bin) => path.join(folder, bin)), "/bin", "/usr/bin"].join(path.delimiter) },
      path.join(folder, "stand-ins"),
    );
  const refusal = (pattern: RegExp) => (error: unknown) =>
    error instanceof NotStandInError && pattern.test(error.message);

  it("are the stand-ins, and say so", async () => {
    for (const provider of ["aws", "random"]) plugin("stand-ins", provider, line(provider));
    assert.equal(await require("stand-ins"), undefined);
  });

  it("are refused when another comes first on the PATH", async () => {
    for (const provider of ["aws", "random"]) plugin("stand-ins", provider, line(provider));
    plugin("real", "aws", line("aws"));
    await assert.rejects(
      require("real", "stand-ins"),
      refusal(/The aws provider .*\/real\/pulumi-resource-aws/),
    );
  });

  it("are refused when one does not say that it is a stand-in, or for another provider", async () => {
    plugin("stand-ins", "aws", line("aws"));
    plugin("stand-ins", "random", "127.0.0.1");
    await assert.rejects(require("stand-ins"), refusal(/The random provider .* answers "127\.0\.0\.1"/));
    plugin("stand-ins", "random", line("aws"));
    await assert.rejects(require("stand-ins"), refusal(/The random provider /));
  });

  it("are missed when there are none", async () => {
    await assert.rejects(require("stand-ins"), refusal(/there is none on the PATH/));
  });
});
