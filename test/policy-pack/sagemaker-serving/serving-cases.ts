import { type Declared, declare, ref } from "../support/resources";

export const key = declare("kms/key:Key", "team");
export const bucket = declare("s3/bucket:Bucket", "models", { bucket: "acme-models" });
/** A place in a bucket of the stack, not known before the bucket is. */
export const ownPlace = ref(declare("s3/bucket:Bucket", "models", { place: "s3://acme-models/x" }), "place");

const DIGEST = `sha256:${"a".repeat(64)}`;
export const image = (account: string, end = `@${DIGEST}`) =>
  `${account}.dkr.ecr.eu-central-1.amazonaws.com/fraud${end}`;

export const model = (props: Declared["props"]) => declare("sagemaker/model:Model", "m", props);
export const ofModel = (property: string) => `m (sagemaker/model): ${property}`;
export const config = (props: Declared["props"]) =>
  declare("sagemaker/endpointConfiguration:EndpointConfiguration", "e", props);
export const ofConfig = (property: string) => `e (sagemaker/endpointConfiguration): ${property}`;
