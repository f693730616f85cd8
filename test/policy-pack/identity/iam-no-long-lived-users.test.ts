import { iamNoLongLivedUsers as control } from "../../../policy-pack/controls/identity/iam-no-long-lived-users";
import { declare } from "../support/resources";
import { notApplicable, violates } from "../support/verdicts";

describe("iam-no-long-lived-users", () => {
  for (const type of control.kind === "resource" ? control.types : []) {
    it(`refuses ${type}`, () => {
      const short = type.slice("aws:".length).split(":")[0] ?? "";
      violates(control, [declare(type, "someone")], [`someone (${short}): `]);
    });
  }

  it("leaves roles alone", () => notApplicable(control, [declare("iam/role:Role", "training")]));
});
