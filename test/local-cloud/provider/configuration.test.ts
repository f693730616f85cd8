import { strict as assert } from "node:assert";
import { ConfigurationError, readConfiguration } from "../../../local-cloud/provider/configuration";
import { secret } from "../../../local-cloud/provider/values";

const role = (account: string): string => `arn:aws:iam::${account}:role/deployment`;

describe("a provider's settings", () => {
  it("say the account by the role that acts, which is the last of a chain", () => {
    const roles = [{ roleArn: role("111111111111") }, { roleArn: role("222222222222") }];
    const args = {
      region: "eu-central-1",
      assumeRoles: JSON.stringify(roles),
      allowedAccountIds: '["222222222222"]',
    };
    assert.deepEqual(readConfiguration(args), {
      account: "222222222222",
      region: "eu-central-1",
      partition: "aws",
      defaultTags: {},
    });
  });

  it("say it by the only allowed account, and otherwise not at all", () => {
    assert.equal(readConfiguration({ allowedAccountIds: '["333333333333"]' }).account, "333333333333");
    assert.equal(readConfiguration({}).account, "123456789012");
  });

  it("may be secret, and tell the partition by the region", () => {
    const args = { region: secret("us-gov-west-1"), defaultTags: secret('{"tags":{"a":"b"}}') };
    const { partition, defaultTags } = readConfiguration(args);
    assert.deepEqual([partition, defaultTags], ["aws-us-gov", { a: "b" }]);
    assert.equal(readConfiguration({ region: "cn-north-1" }).partition, "aws-cn");
  });

  const refused: readonly [args: Record<string, unknown>, message: string][] = [
    [
      { allowedAccountIds: '["111111111111","222222222222"]' },
      "AWS account ID not allowed: 123456789012. Allowed by allowedAccountIds: 111111111111, 222222222222.",
    ],
    [
      { assumeRoles: `[{"roleArn":"${role("111111111111")}"}]`, forbiddenAccountIds: '["111111111111"]' },
      "AWS account ID not allowed: 111111111111 is in forbiddenAccountIds.",
    ],
    [{ assumeRoles: '[{"roleArn":"deployment"}]' }, 'assumeRoles: "deployment" is not the ARN of a role.'],
    [{ allowedAccountIds: "[1" }, "A setting of the provider is not JSON: [1"],
  ];
  for (const [args, message] of refused) {
    it(`are refused: ${message}`, () => {
      assert.throws(
        () => readConfiguration(args),
        (error) => error instanceof ConfigurationError && error.message === message,
      );
    });
  }
});
