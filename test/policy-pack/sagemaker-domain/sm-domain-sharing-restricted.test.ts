import { smDomainSharingRestricted as control } from "../../../policy-pack/controls/sagemaker-domain/sm-domain-sharing-restricted";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { around, domain, key, ofDomain, ofProfile, ownPlace, profile, users } from "./domain-cases";

const sharing = (more: object) => ({ sharingSettings: { notebookOutputOption: "Allowed", ...more } });
const at = (name: string) => `defaultUserSettings.sharingSettings.${name}`;

describe("sm-domain-sharing-restricted", () => {
  it("passes no sharing, which is the default", () => {
    passes(control, [users({ sharingSettings: { notebookOutputOption: "Disabled" } }), profile({})]);
    passes(control, [domain()]);
  });

  it("passes sharing in the company's bucket under its key", () => {
    passes(control, [...around, users(sharing({ s3OutputPath: ownPlace, s3KmsKeyId: ref(key, "arn") }))]);
  });

  it("finds sharing without a place and a key", () => {
    violates(control, [users(sharing({}))], [ofDomain(at("s3OutputPath")), ofDomain(at("s3KmsKeyId"))]);
  });

  it("finds a bucket elsewhere, for one user too", () => {
    const settings = { trustedBuckets: { prod: ["acme-prod-.*"] } };
    const away = sharing({ s3OutputPath: "s3://elsewhere/x", s3KmsKeyId: ref(key, "arn") });
    violates(control, [key, users(away)], [ofDomain(at("s3OutputPath"))], { settings });
    violates(control, [key, profile(away)], [ofProfile("userSettings.sharingSettings.s3OutputPath")], {
      settings,
    });
  });

  it("waits for an option that is not known yet", () => {
    const option = declare("ssm/parameter:Parameter", "p", { value: "Allowed" });
    defers(
      control,
      [option, users({ sharingSettings: { notebookOutputOption: ref(option, "value") } })],
      [ofDomain(at("notebookOutputOption"))],
      [ofDomain(at("s3KmsKeyId")), ofDomain(at("s3OutputPath"))],
    );
    notApplicable(control, [key]);
  });
});
