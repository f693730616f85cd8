import { z } from "zod";
import { company } from "./schema/company";
import { environment, organization } from "./schema/environment";
import { teams } from "./schema/team";

type JsonSchema = Readonly<Record<string, unknown>>;

const DRAFT = "http://json-schema.org/draft-07/schema#";

/** Keys of other namespaces are the providers' and the engine's. A key of ours that is not listed is a mistake. */
const OTHER_NAMESPACES = { "^(?!mlplatform:)[^:]+:.+$": {} };

/**
 * The JSON Schema that the stack files name in their first line, so that editors complete and check them.
 * It holds their shape; what they mean is judged by `validate`.
 */
export function stackFileSchema(): JsonSchema {
  const config = {
    type: "object",
    properties: {
      "mlplatform:company": describe(
        company,
        "Facts that hold for the whole company. Normally in Pulumi.yaml.",
      ),
      "mlplatform:environment": describe(environment, "The environment. Not in Pulumi.org.yaml."),
      "mlplatform:organization": describe(
        organization,
        "What all environments share. Only in Pulumi.org.yaml.",
      ),
      "mlplatform:teams": describe(teams, "The environment's teams, by name. Not in Pulumi.org.yaml."),
    },
    patternProperties: OTHER_NAMESPACES,
    additionalProperties: false,
  };
  return {
    $schema: DRAFT,
    title: "A stack of the machine learning platform",
    type: "object",
    required: ["config"],
    properties: {
      config,
      environment: { description: "Pulumi ESC environments to import." },
      secretsprovider: { type: "string", description: "What encrypts secrets, such as awskms://…" },
      encryptedkey: { type: "string", description: "Written by Pulumi." },
      encryptionsalt: { type: "string", description: "Written by Pulumi." },
    },
    additionalProperties: false,
  };
}

/** The same for Pulumi.yaml, whose values the engine gives to every stack. */
export function projectFileSchema(): JsonSchema {
  const value = describe(company, "Facts that hold for the whole company.");
  return {
    $schema: DRAFT,
    title: "The project of the machine learning platform",
    type: "object",
    required: ["name", "runtime", "config"],
    properties: {
      name: { const: "mlplatform", description: "The namespace of the settings, too." },
      config: {
        type: "object",
        required: ["mlplatform:company"],
        properties: {
          "mlplatform:company": {
            type: "object",
            required: ["value"],
            properties: { value },
            additionalProperties: false,
          },
        },
        patternProperties: OTHER_NAMESPACES,
        additionalProperties: false,
      },
    },
  };
}

/** A schema as it is written by a person: what has a default may be left out. */
function describe(schema: z.ZodType, description: string): JsonSchema {
  const { $schema: _draft, ...body } = z.toJSONSchema(schema, { target: "draft-07", io: "input" });
  return { description, ...body };
}
