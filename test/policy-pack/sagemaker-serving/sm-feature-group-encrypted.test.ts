import { smFeatureGroupEncrypted as control } from "../../../policy-pack/controls/sagemaker-serving/sm-feature-group-encrypted";
import { type Declared, declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { bucket, key, ownPlace } from "./serving-cases";

const ONLINE = { enableOnlineStore: true, securityConfig: { kmsKeyId: ref(key, "arn") } };
const STORAGE = { s3Uri: ownPlace, kmsKeyId: ref(key, "arn") };
const group = (props: Declared["props"]) =>
  declare("sagemaker/featureGroup:FeatureGroup", "g", {
    onlineStoreConfig: ONLINE,
    offlineStoreConfig: { s3StorageConfig: STORAGE },
    ...props,
  });
const around = [bucket, key];
const at = (property: string) => [`g (sagemaker/featureGroup): ${property}`];

describe("sm-feature-group-encrypted", () => {
  it("passes stores under a customer key, or one of them alone", () => {
    passes(control, [...around, group({})]);
    passes(control, [...around, group({ onlineStoreConfig: undefined })]);
    passes(control, [...around, group({ onlineStoreConfig: { enableOnlineStore: false } })]);
    passes(control, [...around, group({ offlineStoreConfig: undefined })]);
  });

  it("finds missing keys, also where the block is absent", () => {
    violates(
      control,
      [...around, group({ onlineStoreConfig: { enableOnlineStore: true } })],
      at("onlineStoreConfig.securityConfig.kmsKeyId"),
    );
    violates(
      control,
      [...around, group({ offlineStoreConfig: { s3StorageConfig: { s3Uri: ownPlace } } })],
      at("offlineStoreConfig.s3StorageConfig.kmsKeyId"),
    );
  });

  it("finds a bucket elsewhere", () => {
    violates(
      control,
      [
        ...around,
        group({ offlineStoreConfig: { s3StorageConfig: { ...STORAGE, s3Uri: "s3://elsewhere/x" } } }),
      ],
      at("offlineStoreConfig.s3StorageConfig.s3Uri"),
      { settings: { trustedBuckets: { prod: ["acme-.*"] } } },
    );
  });

  it("finds a store outside the catalogue, unless it has one of its own", () => {
    const store = { s3StorageConfig: STORAGE, disableGlueTableCreation: true };
    violates(
      control,
      [...around, group({ offlineStoreConfig: store })],
      at("offlineStoreConfig.disableGlueTableCreation"),
    );
    passes(control, [
      ...around,
      group({ offlineStoreConfig: { ...store, dataCatalogConfig: { catalog: "c", database: "d" } } }),
    ]);
    notApplicable(control, [key]);
  });
});
