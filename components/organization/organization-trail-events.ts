import type * as inputs from "@pulumi/aws/types/input";

/**
 * The events that the organization trail records: every management event of every account, and each use of the objects of
 * some buckets in accounts that have no trail of their own. A bucket of a member account is named by its ARN:
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-an-organizational-trail-in-the-console.html
 * @param bucketArns The buckets, by a word for what they hold.
 */
export function organizationTrailEvents(
  bucketArns: Readonly<Record<string, string>>,
): inputs.cloudtrail.TrailAdvancedEventSelector[] {
  const objects = Object.entries(bucketArns).map(([name, arn]) => ({
    name,
    fieldSelectors: [
      { field: "eventCategory", equals: ["Data"] },
      { field: "resources.type", equals: ["AWS::S3::Object"] },
      { field: "resources.ARN", startsWiths: [`${arn}/`] },
    ],
  }));
  // Selectors replace what a trail records by itself, so that management events must be named.
  const management = {
    name: "management",
    fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }],
  };
  return [management, ...objects];
}
