import { smStudioLifecycleAndMlflow as control } from "../../../policy-pack/controls/sagemaker-domain/sm-studio-lifecycle-and-mlflow";
import { declare } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { bucket, domain, key, ofDomain, ownPlace } from "./domain-cases";

const idle = (lifecycleManagement: string) => ({
  defaultUserSettings: {
    jupyterLabAppSettings: { appLifecycleManagement: { idleSettings: { lifecycleManagement } } },
  },
});
const IDLE = ofDomain(
  "defaultUserSettings.jupyterLabAppSettings.appLifecycleManagement.idleSettings.lifecycleManagement",
);
const server = (artifactStoreUri: unknown) =>
  declare("sagemaker/mlflowTrackingServer:MlflowTrackingServer", "t", { artifactStoreUri });

describe("sm-studio-lifecycle-and-mlflow", () => {
  it("passes idle shutdown and home directories that are kept", () => {
    passes(control, [domain(idle("ENABLED"))]);
    passes(control, [domain({ ...idle("ENABLED"), retentionPolicy: { homeEfsFileSystem: "Retain" } })]);
  });

  it("finds apps that are never stopped, which is the default", () => {
    violates(control, [domain()], [IDLE]);
    violates(control, [domain(idle("DISABLED"))], [IDLE]);
  });

  it("finds what takes idle shutdown away again: other kinds of apps, and one user's settings", () => {
    const off = {
      appLifecycleManagement: { idleSettings: { lifecycleManagement: "DISABLED" } },
    };
    const settings = "appLifecycleManagement.idleSettings.lifecycleManagement";
    const { jupyterLabAppSettings } = idle("ENABLED").defaultUserSettings;
    violates(
      control,
      [domain({ defaultUserSettings: { jupyterLabAppSettings, codeEditorAppSettings: off } })],
      [ofDomain(`defaultUserSettings.codeEditorAppSettings.${settings}`)],
    );
    const profile = (userSettings: object) =>
      declare("sagemaker/userProfile:UserProfile", "u", { userSettings });
    passes(control, [profile({})]);
    violates(
      control,
      [profile({ jupyterLabAppSettings: off })],
      [`u (sagemaker/userProfile): userSettings.jupyterLabAppSettings.${settings}`],
    );
  });

  it("finds home directories that go with the domain, in prod", () => {
    const deleted = domain({ ...idle("ENABLED"), retentionPolicy: { homeEfsFileSystem: "Delete" } });
    violates(control, [deleted], [ofDomain("retentionPolicy.homeEfsFileSystem")]);
    passes(control, [deleted], { tier: "dev" });
  });

  it("finds stores in buckets elsewhere", () => {
    passes(control, [bucket, server(ownPlace)]);
    violates(
      control,
      [server("s3://sagemaker-sample-files/x")],
      ["t (sagemaker/mlflowTrackingServer): artifactStoreUri"],
    );
    violates(
      control,
      [declare("sagemaker/mlflowApp:MlflowApp", "a", { artifactStoreUri: "https://example.com" })],
      ["a (sagemaker/mlflowApp): artifactStoreUri"],
    );
    violates(
      control,
      [declare("sagemaker/hub:Hub", "h", { s3StorageConfig: { s3OutputPath: "s3://elsewhere/x" } })],
      ["h (sagemaker/hub): s3StorageConfig.s3OutputPath"],
      { settings: { trustedBuckets: { prod: ["acme-.*"] } } },
    );
    notApplicable(control, [key]);
  });
});
