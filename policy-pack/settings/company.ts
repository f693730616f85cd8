import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packSettings } from "./schema";

const FILE = join(__dirname, "..", "company.json");

/**
 * What the pack is told of the company, from `company.json`: a file, so that plain `--policy-pack policy-pack`
 * knows it without a flag. Without the file every fact has its default.
 * @throws ZodError when the file does not have the shape of the settings.
 */
export const COMPANY = packSettings.parse(existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : {});
