import * as fs from "node:fs";
import * as path from "node:path";
import type { Engine } from "./engine";

/**
 * The folder to put on the PATH, so that the engine can start policy packs that are written for Node: none when
 * what does it lies beside the engine already, as it does in the CLI that Pulumi distributes.
 */
export function analyzerFolder(engine: Engine): readonly string[] {
  const beside = path.join(path.dirname(fs.realpathSync(engine.executable)), "pulumi-language-nodejs");
  return fs.existsSync(beside) ? [] : [path.join(__dirname, "bin")];
}
