import { smDomainDockerRestricted as control } from "../../../policy-pack/controls/sagemaker-domain/sm-domain-docker-restricted";
import { passes, violates } from "../support/verdicts";
import { domain, ofDomain } from "./domain-cases";

const docker = (dockerSettings: object) => domain({ domainSettings: { dockerSettings } });
const TRUSTED = "domainSettings.dockerSettings.vpcOnlyTrustedAccounts";

describe("sm-domain-docker-restricted", () => {
  it("passes Docker that is off, or limited to the organization", () => {
    passes(control, [domain()]);
    passes(control, [docker({ enableDockerAccess: "DISABLED" })]);
    passes(control, [docker({ enableDockerAccess: "ENABLED", vpcOnlyTrustedAccounts: ["222222222222"] })]);
  });

  it("finds Docker for images from anywhere", () => {
    violates(control, [docker({ enableDockerAccess: "ENABLED" })], [ofDomain(TRUSTED)]);
    violates(
      control,
      [docker({ enableDockerAccess: "ENABLED", vpcOnlyTrustedAccounts: [] })],
      [ofDomain(TRUSTED)],
    );
  });

  it("finds an account of somebody else's", () => {
    violates(
      control,
      [docker({ enableDockerAccess: "ENABLED", vpcOnlyTrustedAccounts: ["222222222222", "999999999999"] })],
      [ofDomain(`${TRUSTED}[1]`)],
    );
  });
});
