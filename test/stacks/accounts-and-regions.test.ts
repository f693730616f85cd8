import assert from "node:assert/strict";
import type { RecordedResource, Recording } from "../../local-cloud/recording";
import { outermostComponents, recordStack } from "./support/record-stack";

/** The account of each outermost component, written down by hand: what the program must arrive at. */
const ACCOUNTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  org: {
    "AccessLogBucket log-archive-access-logs": "222222222222",
    "LogArchive log-archive-dev": "222222222222",
    "LogArchive log-archive-staging": "222222222222",
    "LogArchive log-archive-prod": "222222222222",
    "AccountManagement account-management": "111111111111",
    "OrganizationTrail organization-trail": "111111111111",
    "ServiceControlPolicies guardrail": "111111111111",
    "ResourceControlPolicies resource-guardrail": "111111111111",
    "AiServicesOptOut ai-services": "111111111111",
    "AccessLogBucket shared-access-logs": "444444444444",
    "StateBackend state-backend": "444444444444",
    "SecurityContact security-contact-management": "111111111111",
    "SecurityContact security-contact-logArchive": "222222222222",
    "SecurityContact security-contact-security": "333333333333",
    "SecurityContact security-contact-shared": "444444444444",
  },
  dev: {
    "PlatformCore dev": "555555555555",
    "TeamWorkspace checkout": "555555555555",
    "TeamWorkspace credit-risk": "555555555555",
    "TeamWorkspace fraud": "555555555555",
    "TeamWorkspace vision": "555555555555",
  },
  staging: {
    "PlatformCore staging": "666666666666",
    "PlatformCore staging-credit": "777777777777",
    "TeamWorkspace checkout": "666666666666",
    "TeamWorkspace credit-risk": "777777777777",
    "TeamWorkspace fraud": "666666666666",
    "TeamWorkspace vision": "666666666666",
  },
  prod: {
    "PlatformCore prod": "888888888888",
    "PlatformCore prod-credit": "999999999999",
    "TeamWorkspace checkout": "888888888888",
    "TeamWorkspace credit-risk": "999999999999",
    "TeamWorkspace fraud": "888888888888",
    "TeamWorkspace vision": "888888888888",
  },
};

const isAws = ({ type }: RecordedResource) => type.startsWith("aws:");
const isProvider = ({ type }: RecordedResource) => type === "pulumi:providers:aws";

for (const [stack, accounts] of Object.entries(ACCOUNTS)) {
  describe(`accounts and regions of ${stack}`, () => {
    let recording: Recording;
    before(async () => {
      recording = await recordStack(stack);
    });

    it("has every AWS resource in the account of its component, in the home region", () => {
      const outermost = outermostComponents(recording);
      const resources = recording.resources.filter(isAws);
      const found = resources.map((resource) => ({
        urn: resource.urn,
        account: resource.provider?.account,
        region: resource.provider?.region,
      }));
      const expected = resources.map((resource) => ({
        urn: resource.urn,
        account: accounts[outermost(resource)],
        region: "eu-central-1",
      }));
      assert.deepEqual(found, expected);
    });

    it("has a resource in every component, and no component besides", () => {
      const outermost = outermostComponents(recording);
      const found = new Set(recording.resources.filter(isAws).map(outermost));
      assert.deepEqual([...found].sort(), Object.keys(accounts).sort());
    });

    it("makes one provider for each account, which assumes its role and can act in no other", () => {
      const ids = [...new Set(Object.values(accounts))].sort();
      const inputs = recording.resources
        .filter(isProvider)
        .map(({ inputs: { allowedAccountIds, assumeRoles, defaultTags, region } }) => ({
          allowedAccountIds: JSON.parse(String(allowedAccountIds)) as string[],
          assumeRoles: JSON.parse(String(assumeRoles)) as unknown,
          defaultTags: JSON.parse(String(defaultTags)) as unknown,
          region,
        }))
        .sort((a, b) => String(a.allowedAccountIds).localeCompare(String(b.allowedAccountIds)));
      const expected = ids.map((id) => ({
        allowedAccountIds: [id],
        assumeRoles: [
          { roleArn: `arn:aws:iam::${id}:role/mlplatform-deployment`, sessionName: `acme-${stack}-pulumi` },
        ],
        defaultTags: { tags: { Environment: stack, ManagedBy: "pulumi" } },
        region: "eu-central-1",
      }));
      assert.deepEqual(inputs, expected);
    });
  });
}
