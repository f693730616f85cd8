import { projectFileSchema, stackFileSchema } from "./json-schema";

/** A file that is generated and committed, for editors to find. */
export interface GeneratedFile {
  /** Within the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** What the configuration generates: the schemas that Pulumi.yaml and the stack files name in their first lines. */
export function generatedFiles(): GeneratedFile[] {
  return [
    { path: "config/schema.json", text: json(stackFileSchema()) },
    { path: "config/project-schema.json", text: json(projectFileSchema()) },
  ];
}

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
