import { smCanvasEgressRestricted as control } from "../../../policy-pack/controls/sagemaker-domain/sm-canvas-egress-restricted";
import { ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { around, domain, key, ofDomain, ofProfile, ownPlace, profile, users } from "./domain-cases";

const canvas = (canvasAppSettings: object) => users({ canvasAppSettings });
const at = (name: string) => [ofDomain(`defaultUserSettings.canvasAppSettings.${name}`)];
const role = (account: string) => `arn:aws:iam::${account}:role/register`;

describe("sm-canvas-egress-restricted", () => {
  it("passes Canvas without ways out", () => {
    passes(control, [domain()]);
    passes(control, [
      ...around,
      canvas({
        directDeploySettings: { status: "DISABLED" },
        identityProviderOauthSettings: [{ secretArn: "arn:aws:x", status: "DISABLED" }],
        modelRegisterSettings: { crossAccountModelRegisterRoleArn: role("444444444444") },
        workspaceSettings: { s3ArtifactPath: ownPlace, s3KmsKeyId: ref(key, "arn") },
      }),
    ]);
    notApplicable(control, [key]);
  });

  it("finds a connector, also one that does not say that it is off", () => {
    const path = "identityProviderOauthSettings[0].status";
    const connector = (status?: string) =>
      canvas({ identityProviderOauthSettings: [{ secretArn: "arn:aws:x", status }] });
    violates(control, [connector("ENABLED")], at(path));
    violates(control, [connector()], at(path));
  });

  it("finds direct deployment, generative AI and another's account", () => {
    violates(
      control,
      [canvas({ directDeploySettings: { status: "ENABLED" } })],
      at("directDeploySettings.status"),
    );
    violates(
      control,
      [canvas({ generativeAiSettings: { amazonBedrockRoleArn: role("444444444444") } })],
      at("generativeAiSettings.amazonBedrockRoleArn"),
    );
    violates(
      control,
      [canvas({ modelRegisterSettings: { crossAccountModelRegisterRoleArn: role("999999999999") } })],
      at("modelRegisterSettings.crossAccountModelRegisterRoleArn"),
    );
  });

  it("finds a workspace elsewhere or without a key, for one user too", () => {
    violates(
      control,
      [...around, canvas({ workspaceSettings: { s3ArtifactPath: ownPlace } })],
      at("workspaceSettings.s3KmsKeyId"),
    );
    violates(
      control,
      [
        key,
        profile({
          canvasAppSettings: {
            workspaceSettings: {
              s3ArtifactPath: "s3://sagemaker-sample-files/x",
              s3KmsKeyId: ref(key, "arn"),
            },
          },
        }),
      ],
      [ofProfile("userSettings.canvasAppSettings.workspaceSettings.s3ArtifactPath")],
    );
  });
});
