import { iamNoLongLivedUsers as control } from "../../../policy-pack/controls/identity/iam-no-long-lived-users";
import { declare } from "../support/resources";
import { notApplicable, violates } from "../support/verdicts";

describe("iam-no-long-lived-users", () => {
  const attachment = "aws:iam/policyAttachment:PolicyAttachment";
  const types = control.kind === "resource" ? control.types : [];
  for (const type of types.filter((each) => each !== attachment)) {
    it(`refuses ${type}`, () => {
      const short = type.slice("aws:".length).split(":")[0] ?? "";
      violates(control, [declare(type, "someone")], [`someone (${short}): `]);
    });
  }

  it("refuses a policy that is attached to users, and leaves one alone that is attached to roles", () => {
    const attached = (props: object) => [declare(attachment, "reading", { policyArn: "p", ...props })];
    violates(control, attached({ users: ["bob"], roles: ["r"] }), ["reading (iam/policyAttachment): users"]);
    notApplicable(control, attached({ users: [], roles: ["r"] }));
    notApplicable(control, attached({ groups: ["g"] }));
  });

  it("leaves roles alone", () => notApplicable(control, [declare("iam/role:Role", "training")]));
});
