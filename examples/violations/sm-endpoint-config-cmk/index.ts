import { EndpointConfiguration } from "@pulumi/aws/sagemaker/endpointConfiguration";
import { Model } from "@pulumi/aws/sagemaker/model";
import * as pulumi from "@pulumi/pulumi";
import { account } from "../support/account";
import { bucketWithout } from "../support/bucket";
import { customerKey } from "../support/key";
import { model } from "../support/model";
import type { Example } from "../example";

export const example: Example = {
  name: "sm-endpoint-config-cmk",
  control: "sm-endpoint-config-cmk",
  tier: "staging",
  mistake: "The endpoint's volumes were left to AWS's own key.",
  others: [],
  program: (mended) => {
    const options = account("staging");
    const { name } = new Model("scoring", model("staging", options), options);
    const key = customerKey("serving", "staging", {}, options);
    const captures = bucketWithout(undefined, "captures", "staging", options);
    new EndpointConfiguration(
      "scoring",
      {
        productionVariants: [
          { variantName: "main", modelName: name, instanceType: "ml.m5.large", initialInstanceCount: 2 },
        ],
        ...(mended ? { kmsKeyArn: key.arn } : {}),
        dataCaptureConfig: {
          enableCapture: true,
          initialSamplingPercentage: 100,
          destinationS3Uri: pulumi.interpolate`s3://${captures.bucket}/captures`,
          kmsKeyId: key.arn,
          captureOptions: [{ captureMode: "Input" }, { captureMode: "Output" }],
        },
      },
      options,
    );
  },
};
