import { isFalse, isTrue, mustBe, type ResourceControl } from "../../core";
import { DOMAINS } from "../data-exposure/opensearch";

export const opensearchFineGrainedAccess: ResourceControl = {
  kind: "resource",
  name: "opensearch-fine-grained-access",
  description: "OpenSearch domains control access by index, with IAM identities and no anonymous users.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Without fine-grained access whoever reaches the domain reads every team's index; an internal database holds passwords that nobody rotates.",
  fix: {
    text: "Turn advanced security on, with an IAM role as its main user.",
    code: `new opensearch.Domain("search", {
  ...,
  advancedSecurityOptions: {
    enabled: true,
    internalUserDatabaseEnabled: false,
    masterUserOptions: { masterUserArn: administrators.arn },
  },
});`,
  },
  frameworks: { nist: ["AC-3", "SC-28"], fsbp: ["OpenSearch.7"], checkov: ["CKV2_AWS_52"] },
  types: [...DOMAINS],
  check: (domain) => [
    ...mustBe(domain, "advancedSecurityOptions.enabled", isTrue, "true"),
    // Both are off unless they are turned on.
    ...mustBe(domain, "advancedSecurityOptions.anonymousAuthEnabled", isFalse, "false", { unset: true }),
    ...mustBe(domain, "advancedSecurityOptions.internalUserDatabaseEnabled", isFalse, "false", {
      unset: true,
    }),
  ],
};
