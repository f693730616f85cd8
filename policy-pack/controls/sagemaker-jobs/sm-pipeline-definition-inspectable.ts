import { type ResourceControl, violation } from "../../core";

/** Beside `sm-pipeline-definition-hardened`, because what cannot be looked at is told but not blocked. */
export const smPipelineDefinitionInspectable: ResourceControl = {
  kind: "resource",
  name: "sm-pipeline-definition-inspectable",
  description: "The definition of every pipeline stands in the program, where its steps can be judged.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "advisory" },
  why: "Whoever may write the object in S3 changes what the pipeline runs, and nobody judges it.",
  fix: {
    text: "Give the definition itself, as JSON.",
    code: `new sagemaker.Pipeline("fraud", { ..., pipelineDefinition: pulumi.jsonStringify(definition) });`,
  },
  frameworks: { nist: ["CM-3", "SI-7"] },
  types: ["aws:sagemaker/pipeline:Pipeline"],
  check: ({ properties, urn }) => {
    const definition = properties.get("pipelineDefinition");
    const inProgram =
      definition.state === "unknown" || (definition.state === "known" && definition.value !== "");
    // Where both are given, SageMaker takes the one in S3.
    if (inProgram && properties.get("pipelineDefinitionS3Location").state === "unset") return [];
    const found = "a definition in S3, which cannot be inspected";
    return [violation({ urn }, "pipelineDefinition", found, "the definition in the program")];
  },
};
