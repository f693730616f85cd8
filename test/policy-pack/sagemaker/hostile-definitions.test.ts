import assert from "node:assert/strict";
import fc from "fast-check";
import { smEmbeddedJobSpecsHardened } from "../../../policy-pack/controls/sagemaker-jobs/sm-embedded-job-specs-hardened";
import { smPipelineDefinitionHardened } from "../../../policy-pack/controls/sagemaker-jobs/sm-pipeline-definition-hardened";
import { declare } from "../support/resources";
import { judgeBy } from "../support/verdicts";

/** Names that mean something to the readers, so that random definitions go deep. */
const names = fc.constantFrom(
  ...[
    "Steps",
    "Type",
    "Arguments",
    "IfSteps",
    "Parameters",
    "Name",
    "DefaultValue",
    "Get",
    "Std:Join",
    "Values",
  ],
  ...[
    "States",
    "Resource",
    "Branches",
    "ItemProcessor",
    "VpcConfig",
    "Subnets",
    "ResourceConfig",
    "InstanceGroups",
  ],
  ...["TrainingJobDefinition", "Containers", "Image", "S3Uri", "__proto__", "constructor", "X.$", ""],
);
const leaves = fc.constantFrom<unknown>(
  ...[
    "Training",
    "Tuning",
    "Condition",
    "Processing",
    "Model",
    "constructor",
    "s3://b/x",
    "{% $x %}",
    "true",
  ],
  ...["arn:aws:states:::sagemaker:createTrainingJob.sync", "arn:aws:states:::sagemaker:constructor"],
  ...[0, -1, 1e300, true, false, null],
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    leaves,
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.array(fc.tuple(names, tie("tree")), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

describe("definitions of any shape", () => {
  it("never make a control fail", () => {
    fc.assert(
      fc.property(tree, (value) => {
        const text = JSON.stringify(value);
        const cases = [
          [smPipelineDefinitionHardened, "sagemaker/pipeline:Pipeline", "pipelineDefinition"],
          [smEmbeddedJobSpecsHardened, "sfn/stateMachine:StateMachine", "definition"],
        ] as const;
        for (const [control, type, property] of cases) {
          const report = judgeBy(control, [declare(type, "x", { [property]: text })], "unknown");
          const failed = report.violations.filter((one) => one.control === "control-failed");
          assert.deepEqual(failed, [], text);
        }
      }),
      { numRuns: 200 },
    );
  });
});
