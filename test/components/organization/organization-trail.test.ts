import assert from "node:assert/strict";
import { byName, recordStack } from "../../stacks/support/record-stack";

describe("the organization trail", () => {
  it("records every account and region, and the use of the state, into the archive of the strictest tier and a log group", async () => {
    const recording = await recordStack("org");
    const trail = byName(recording, "aws:cloudtrail/trail:Trail")["organization-trail"];
    const key = byName(recording, "aws:kms/key:Key")["log-archive-prod-key"];
    const { tags, ...inputs } = trail?.inputs ?? {};
    assert.ok(tags);
    assert.equal(trail?.provider?.account, "111111111111");
    assert.deepEqual(inputs, {
      name: "acme-org-core-organization-trail",
      isOrganizationTrail: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      enableLogging: true,
      s3BucketName: "acme-org-core-log-archive-prod-222222222222",
      kmsKeyId: key?.outputs["arn"],
      advancedEventSelectors: [
        { name: "management", fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] },
        {
          name: "pulumi-state",
          fieldSelectors: [
            { field: "eventCategory", equals: ["Data"] },
            { field: "resources.type", equals: ["AWS::S3::Object"] },
            {
              field: "resources.ARN",
              startsWiths: ["arn:aws:s3:::acme-org-core-pulumi-state-444444444444/"],
            },
          ],
        },
      ],
      cloudWatchLogsGroupArn:
        "arn:aws:logs:eu-central-1:111111111111:log-group:/acme/org/core/organization-trail:*",
      cloudWatchLogsRoleArn: "arn:aws:iam::111111111111:role/acme-org-core-organization-trail",
    });
  });

  it("waits for the archive's bucket policy, without which CloudTrail refuses the trail", async () => {
    const recording = await recordStack("org");
    const trail = byName(recording, "aws:cloudtrail/trail:Trail")["organization-trail"];
    const policy = byName(recording, "aws:s3/bucketPolicy:BucketPolicy")["log-archive-prod-policy"];
    assert.ok(policy && trail?.dependencies.includes(policy.urn));
  });
});
