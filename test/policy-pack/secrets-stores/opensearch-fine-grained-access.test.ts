import { opensearchFineGrainedAccess as control } from "../../../policy-pack/controls/secrets-stores/opensearch-fine-grained-access";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const domain = (advancedSecurityOptions?: object, service = "opensearch") => [
  key,
  declare(
    `${service}/domain:Domain`,
    "d",
    advancedSecurityOptions === undefined ? {} : { advancedSecurityOptions },
  ),
];
const at = (name: string) => `d (opensearch/domain): advancedSecurityOptions.${name}`;
const ON = { enabled: true, masterUserOptions: { masterUserArn: "arn:aws:iam::222222222222:role/search" } };

describe("opensearch-fine-grained-access", () => {
  it("passes fine-grained access with IAM, under both names of the service", () => {
    passes(control, domain(ON));
    passes(control, domain({ ...ON, anonymousAuthEnabled: false, internalUserDatabaseEnabled: false }));
    passes(control, domain(ON, "elasticsearch"));
  });

  it("finds what is off or absent, anonymous users and an internal database", () => {
    violates(control, domain(), [at("enabled")]);
    violates(control, domain({ enabled: false }), [at("enabled")]);
    violates(control, domain({ ...ON, anonymousAuthEnabled: true }), [at("anonymousAuthEnabled")]);
    violates(control, domain({ ...ON, internalUserDatabaseEnabled: true }), [
      at("internalUserDatabaseEnabled"),
    ]);
    violates(control, domain({}, "elasticsearch"), [
      "d (elasticsearch/domain): advancedSecurityOptions.enabled",
    ]);
  });

  it("waits for a switch that is not known yet", () => {
    const value = declare("made/up:Value", "v", { on: false });
    defers(control, [value, ...domain({ enabled: ref(value, "on") })], [at("enabled")], [at("enabled")]);
    notApplicable(control, [key]);
  });
});
