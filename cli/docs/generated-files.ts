import { loadAndValidate } from "../../config";
import { generatedFiles as schemaFiles } from "../../config/generated-files";
import { CONTROLS } from "../../policy-pack/controls";
import { exceptionsSchema } from "../../policy-pack/exceptions/shape";
import { coverageReference } from "../../policy-pack/reports/coverage";
import { rulesReference } from "../../policy-pack/reports/rules-reference";
import { companyFacts } from "./company-facts";
import { configurationReference } from "./configuration-reference";
import { postureReference } from "./posture-reference";

/** A file that is written from code, and never by hand. */
export interface GeneratedFile {
  /** Its path below the project's root. */
  readonly path: string;
  readonly content: string;
}

/**
 * Every file that is written from code, as it should be now.
 * @throws Error when Pulumi.yaml is not valid, with where to look.
 */
export function generatedFiles(root: string): GeneratedFile[] {
  const loaded = loadAndValidate(root, "org");
  if (!loaded.ok)
    throw new Error("Pulumi.yaml or Pulumi.org.yaml is not valid: npm run check -- org --config-only");
  return [
    ...schemaFiles().map(({ path, text }) => ({ path, content: text })),
    { path: "policy-pack/company.json", content: json(companyFacts(loaded.settings.company)) },
    { path: "docs/configuration.md", content: configurationReference() },
    { path: "docs/posture.md", content: postureReference() },
    { path: "docs/rules.md", content: rulesReference(CONTROLS) },
    { path: "docs/coverage.md", content: coverageReference(CONTROLS) },
    { path: "policy-pack/exceptions.schema.json", content: json(exceptionsSchema()) },
  ];
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
