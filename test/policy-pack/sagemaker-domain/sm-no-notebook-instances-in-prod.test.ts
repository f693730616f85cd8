import assert from "node:assert/strict";
import { smNoNotebookInstancesInProd as control } from "../../../policy-pack/controls/sagemaker-domain/sm-no-notebook-instances-in-prod";
import { declare } from "../support/resources";
import { notApplicable, violates } from "../support/verdicts";
import { key } from "./domain-cases";

describe("sm-no-notebook-instances-in-prod", () => {
  it("finds notebooks, apps and spaces", () => {
    violates(
      control,
      [
        declare("sagemaker/notebookInstance:NotebookInstance", "lab", { instanceType: "ml.t3.medium" }),
        declare("sagemaker/app:App", "lab", { appType: "JupyterLab" }),
        declare("sagemaker/space:Space", "lab", { spaceName: "lab" }),
      ],
      [
        "lab (sagemaker/notebookInstance): instanceType",
        "lab (sagemaker/app): appType",
        "lab (sagemaker/space): spaceName",
      ],
    );
  });

  it("finds development environments of other services", () => {
    for (const [type, property] of [
      ["cloud9/environmentEC2:EnvironmentEC2", "instanceType"],
      ["emr/studio:Studio", "name"],
      ["glue/devEndpoint:DevEndpoint", "name"],
    ] as const) {
      violates(control, [declare(type, "lab")], [`lab (${type.split(":")[0] ?? ""}): ${property}`]);
    }
  });

  it("has nothing to say of anything else, and blocks in prod alone", () => {
    notApplicable(control, [key]);
    assert.deepEqual(control.levels, { dev: "disabled", staging: "disabled", prod: "mandatory" });
  });
});
