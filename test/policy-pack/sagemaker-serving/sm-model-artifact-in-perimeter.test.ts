import { smModelArtifactInPerimeter as control } from "../../../policy-pack/controls/sagemaker-serving/sm-model-artifact-in-perimeter";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { bucket, key, model, ofModel, ownPlace } from "./serving-cases";

const from = (modelDataUrl: unknown) => model({ primaryContainer: { modelDataUrl } });
const settings = { trustedBuckets: { prod: ["acme-prod-.*"], dev: ["acme-dev-.*"] } };
const LINE = [ofModel("primaryContainer.modelDataUrl")];

describe("sm-model-artifact-in-perimeter", () => {
  it("passes buckets of the stack and of the company", () => {
    passes(control, [bucket, from(ownPlace)], { settings });
    passes(control, [bucket, from("s3://acme-models/fraud.tar.gz")], { settings });
    passes(control, [from("s3://acme-prod-models/fraud.tar.gz")], { settings });
    passes(control, [from("https://acme-prod-models.s3.eu-central-1.amazonaws.com/x")], { settings });
    passes(control, [from("s3://any/x")]);
    passes(control, [model({ primaryContainer: { modelPackageName: "p" } })], { settings });
  });

  it("finds another environment's bucket, a stranger's, a public one, and the web", () => {
    violates(control, [from("s3://acme-dev-models/x")], LINE, { settings });
    violates(control, [from("s3://elsewhere/x")], LINE, { settings });
    violates(control, [from("s3://jumpstart-cache-prod-eu-central-1/x")], LINE);
    violates(control, [from("https://example.com/model.tar.gz")], LINE);
    violates(control, [from("s3://acme-prod-models.evil/x")], LINE.slice(), {
      settings: { trustedBuckets: { prod: ["acme-prod-[a-z]+"] } },
    });
  });

  it("finds a package of a registry that is none of the company's", () => {
    const packaged = (account: string) =>
      model({
        primaryContainer: {
          modelPackageName: `arn:aws:sagemaker:eu-central-1:${account}:model-package/fraud/3`,
        },
      });
    passes(control, [packaged("222222222222")]);
    passes(control, [packaged("999999999999")], { settings: { trustedAccounts: ["999999999999"] } });
    passes(control, [packaged("999999999999")], { settings: { accounts: {} } });
    violates(control, [packaged("999999999999")], [ofModel("primaryContainer.modelPackageName")]);
  });

  it("finds it in every place that a container loads from", () => {
    const s3DataSources = [{ s3Uri: "s3://elsewhere/x", s3DataType: "S3Prefix" }];
    violates(
      control,
      [model({ containers: [{ modelDataSource: { s3DataSources } }] })],
      [ofModel("containers[0].modelDataSource.s3DataSources[0].s3Uri")],
      { settings },
    );
    violates(
      control,
      [model({ primaryContainer: { additionalModelDataSources: [{ channelName: "a", s3DataSources }] } })],
      [ofModel("primaryContainer.additionalModelDataSources[0].s3DataSources[0].s3Uri")],
      { settings },
    );
  });

  it("waits for a place that is not known yet and comes from no bucket", () => {
    const parameter = declare("ssm/parameter:Parameter", "p", { value: "s3://elsewhere/x" });
    defers(control, [parameter, from(ref(parameter, "value"))], LINE, LINE, { settings });
    notApplicable(control, [key]);
  });
});
