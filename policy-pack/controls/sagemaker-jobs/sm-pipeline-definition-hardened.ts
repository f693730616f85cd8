import { deferred, type ResourceControl, violation } from "../../core";
import { jsonOf } from "../../sagemaker/json-property";
import { judgeSteps } from "../../sagemaker/judge-job";
import { jobsOfPipeline } from "../../sagemaker/pipeline-steps";
import { withDefaults } from "../../sagemaker/pipeline-variables";

const DEFINITION = "pipelineDefinition";

export const smPipelineDefinitionHardened: ResourceControl = {
  kind: "resource",
  name: "sm-pipeline-definition-hardened",
  description:
    "Every job and model of a pipeline is isolated, in the VPC, encrypted with a customer managed key, of an approved image, and reads and writes the company's buckets.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "The steps of a pipeline are jobs like any other, but stand in JSON, where no other check sees them.",
  fix: {
    text: "Give each step the settings that a job of its own would have; pass the pipeline's networks and keys by value, not by a parameter that whoever starts it may change.",
    code: `{
  Name: "Train", Type: "Training",
  Arguments: {
    ..., EnableNetworkIsolation: true,
    VpcConfig: { Subnets: privateSubnetIds, SecurityGroupIds: [workspaceSecurityGroupId] },
    ResourceConfig: { ..., VolumeKmsKeyId: keyArn }, OutputDataConfig: { ..., KmsKeyId: keyArn },
  },
}`,
  },
  frameworks: { nist: ["SC-7", "SC-8", "SC-28"], gdpr: ["32"] },
  types: ["aws:sagemaker/pipeline:Pipeline"],
  check: (subject, context) => {
    const definition = jsonOf(subject, DEFINITION);
    switch (definition.state) {
      case "unknown":
        return [deferred(subject, DEFINITION)];
      case "read":
        return judgeSteps(
          subject,
          jobsOfPipeline(subject, DEFINITION, withDefaults(definition.value)),
          context,
        );
      case "unreadable":
        return [violation(subject, DEFINITION, "no JSON object", "a pipeline definition in JSON")];
      case "unset":
        return "not-applicable";
    }
  },
};
