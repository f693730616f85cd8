import assert from "node:assert/strict";
import { byName, recordStack } from "../../stacks/support/record-stack";

describe("the security contact", () => {
  it("is told by AWS in each of the organization's accounts, by the account itself", async () => {
    const recording = await recordStack("org");
    const contacts = byName(recording, "aws:account/alternativeContact:AlternativeContact");
    const contact = {
      alternateContactType: "SECURITY",
      name: "Security team",
      title: "Security",
      emailAddress: "security@example.com",
      phoneNumber: "+1 202 555 0100",
    };
    assert.deepEqual(
      Object.values(contacts).map(({ name, inputs, provider }) => [name, provider?.account, inputs]),
      [
        ["security-contact-logArchive", "222222222222", contact],
        ["security-contact-management", "111111111111", contact],
        ["security-contact-security", "333333333333", contact],
        ["security-contact-shared", "444444444444", contact],
      ],
    );
  });

  it("is set after the organization trusts AWS Account Management", async () => {
    const recording = await recordStack("org");
    const trust = byName(recording, "aws:organizations/awsServiceAccess:AwsServiceAccess")[
      "account-management-trusted-access"
    ];
    assert.deepEqual(trust?.inputs, { servicePrincipal: "account.amazonaws.com" });
    assert.equal(trust.provider?.account, "111111111111");
    const contacts = byName(recording, "aws:account/alternativeContact:AlternativeContact");
    for (const { dependencies } of Object.values(contacts)) assert.ok(dependencies.includes(trust.urn));
  });

  it("answers for what the organization's accounts hold", async () => {
    const bucket = byName(await recordStack("org"), "aws:s3/bucket:Bucket")["state-backend"];
    assert.equal((bucket?.inputs["tags"] as Record<string, string>)["Owner"], "security@example.com");
  });
});
