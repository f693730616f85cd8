import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generatedFiles } from "./generated-files";

/**
 * `npm run docs`: writes what is generated from code: the JSON Schemas, the policy pack's facts, the references.
 * @param argv `--check` writes nothing and says what is stale.
 * @returns 0 when all is as it should be, 1 for stale files under `--check`.
 */
export async function docsCommand(argv: string[], root: string): Promise<number> {
  const stale = generatedFiles(root).filter(({ path: file, content }) => {
    const full = path.join(root, file);
    return !existsSync(full) || readFileSync(full, "utf8") !== content;
  });
  if (argv.includes("--check")) {
    for (const { path: file } of stale) console.error(`${file} is stale: npm run docs writes it anew.`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const { path: file, content } of stale) {
    writeFileSync(path.join(root, file), content);
    console.log(`Wrote ${file}.`);
  }
  if (stale.length === 0) console.log("Everything that is generated is up to date.");
  return 0;
}
