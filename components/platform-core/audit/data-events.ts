import type * as inputs from "@pulumi/aws/types/input";

/**
 * The kinds of resources whose use is recorded, each call of it: who read which object, record or prediction.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
 */
const DATA_RESOURCES = {
  objects: "AWS::S3::Object",
  "feature-groups": "AWS::SageMaker::FeatureGroup",
  endpoints: "AWS::SageMaker::Endpoint",
  functions: "AWS::Lambda::Function",
} as const;

/**
 * The events that an account's own trail records. Management events are the organization trail's.
 * @param accessLogBucketArn Left out: each delivery of an access log would itself be an event.
 */
export function dataEventSelectors(
  accessLogBucketArn: string,
): inputs.cloudtrail.TrailAdvancedEventSelector[] {
  return Object.entries(DATA_RESOURCES).map(([name, type]) => ({
    name,
    fieldSelectors: [
      { field: "eventCategory", equals: ["Data"] },
      { field: "resources.type", equals: [type] },
      ...(type === "AWS::S3::Object"
        ? [{ field: "resources.ARN", notStartsWiths: [`${accessLogBucketArn}/`] }]
        : []),
    ],
  }));
}
