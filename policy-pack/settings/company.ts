import company from "../company.json";
import { packSettings } from "./schema";

/**
 * What the pack is told of the company, from `company.json`: a file, so that plain `--policy-pack policy-pack`
 * knows it without a flag.
 * @throws ZodError when the file does not have the shape of the settings.
 */
export const COMPANY = packSettings.parse(company);
