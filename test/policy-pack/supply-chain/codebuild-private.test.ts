import { codebuildPrivate as control } from "../../../policy-pack/controls/supply-chain/codebuild-private";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const project = (props: object) => [
  key,
  declare("codebuild/project:Project", "b", { encryptionKey: ref(key, "arn"), ...props }),
];
const at = (property: string) => [`b (codebuild/project): ${property}`];

describe("codebuild-private", () => {
  it("passes a private project with a customer key", () => {
    passes(control, project({}));
    passes(control, project({ projectVisibility: "PRIVATE", artifacts: { encryptionDisabled: false } }));
  });

  it("finds public projects, encryption that is off, and AWS's key", () => {
    violates(control, project({ projectVisibility: "PUBLIC_READ" }), at("projectVisibility"));
    violates(
      control,
      project({ artifacts: { encryptionDisabled: true } }),
      at("artifacts.encryptionDisabled"),
    );
    violates(
      control,
      project({ logsConfig: { s3Logs: { encryptionDisabled: true } } }),
      at("logsConfig.s3Logs.encryptionDisabled"),
    );
    violates(
      control,
      project({ secondaryArtifacts: [{}, { encryptionDisabled: true }] }),
      at("secondaryArtifacts[1].encryptionDisabled"),
    );
    violates(control, project({ encryptionKey: undefined }), at("encryptionKey"));
    violates(control, project({ encryptionKey: "alias/aws/s3" }), at("encryptionKey"));
    notApplicable(control, [key]);
  });
});
