import { vpcEndpointServiceRestricted as control } from "../../../policy-pack/controls/endpoints/vpc-endpoint-service-restricted";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const role = declare("iam/role:Role", "consumer");
const service = (props: object = {}) =>
  declare("ec2/vpcEndpointService:VpcEndpointService", "scoring", { acceptanceRequired: true, ...props });
const allowed = (principalArn: unknown) =>
  declare("ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple", "more", {
    vpcEndpointServiceId: ref(service()),
    principalArn,
  });
const first = ["scoring (ec2/vpcEndpointService): allowedPrincipals[0]"];
const separate = ["more (ec2/vpcEndpointServiceAllowedPrinciple): principalArn"];

describe("vpc-endpoint-service-restricted", () => {
  it("passes one that accepts each connection from the company's own", () => {
    passes(control, [service()]);
    passes(control, [service({ allowedPrincipals: ["arn:aws:iam::222222222222:role/client"] })]);
    passes(control, [role, service({ allowedPrincipals: [ref(role, "arn")] }), allowed(ref(role, "arn"))], {
      settings: { trustedAccounts: ["222222222222"] },
    });
  });

  it("refuses one that accepts by itself", () => {
    const found = ["scoring (ec2/vpcEndpointService): acceptanceRequired"];
    violates(control, [service({ acceptanceRequired: false })], found);
    violates(control, [service({ acceptanceRequired: undefined })], found);
  });

  it("refuses everyone and strangers, inline or beside", () => {
    for (const principal of ["*", "arn:aws:iam::*:root", "arn:aws:iam::999999999999:root"]) {
      violates(control, [service({ allowedPrincipals: [principal] })], first);
      violates(control, [service(), allowed(principal)], separate);
    }
  });

  it("takes a trusted account, and cannot tell strangers where it knows no account", () => {
    const partner = service({ allowedPrincipals: ["arn:aws:iam::999999999999:root"] });
    passes(control, [partner], { settings: { trustedAccounts: ["999999999999"] } });
    passes(control, [partner], { settings: { accounts: {} } });
    violates(control, [service({ allowedPrincipals: ["*"] })], first, { settings: { accounts: {} } });
  });

  it("has nothing to judge without a service", () => notApplicable(control, [role]));
});
