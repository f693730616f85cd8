import { smDomainVpcOnly as control } from "../../../policy-pack/controls/sagemaker-domain/sm-domain-vpc-only";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { around, domain, group, key, ofDomain, subnet } from "./domain-cases";

const GOOD = {
  appNetworkAccessType: "VpcOnly",
  subnetIds: [ref(subnet)],
  defaultUserSettings: { securityGroups: [ref(group)] },
};

describe("sm-domain-vpc-only", () => {
  it("passes a domain in private subnets", () => {
    passes(control, [...around, domain(GOOD)]);
  });

  it("finds public access, which is the default", () => {
    const line = [ofDomain("appNetworkAccessType")];
    violates(control, [...around, domain({ ...GOOD, appNetworkAccessType: "PublicInternetOnly" })], line);
    violates(control, [...around, domain({ ...GOOD, appNetworkAccessType: undefined })], line);
  });

  it("finds no groups, no subnets and the default subnet", () => {
    violates(
      control,
      [...around, domain({ ...GOOD, defaultUserSettings: {} })],
      [ofDomain("defaultUserSettings.securityGroups")],
    );
    violates(control, [...around, domain({ ...GOOD, subnetIds: [] })], [ofDomain("subnetIds")]);
    const open = declare("ec2/defaultSubnet:DefaultSubnet", "default");
    violates(
      control,
      [...around, open, domain({ ...GOOD, subnetIds: [ref(open)] })],
      [ofDomain("subnetIds")],
    );
  });

  it("waits for a value that is not known yet", () => {
    const type = declare("ssm/parameter:Parameter", "p", { value: "PublicInternetOnly" });
    const line = [ofDomain("appNetworkAccessType")];
    defers(
      control,
      [...around, type, domain({ ...GOOD, appNetworkAccessType: ref(type, "value") })],
      line,
      line,
    );
    notApplicable(control, [key]);
  });
});
