import { securityContactNamed as control } from "../../../policy-pack/controls/account/security-contact-named";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const of = (id: string) => ({
  provider: { type: "pulumi:providers:aws", name: id, props: { allowedAccountIds: JSON.stringify([id]) } },
});
const contact = (name: string, account: string, props: object = {}) =>
  declare(
    "account/alternativeContact:AlternativeContact",
    name,
    { alternateContactType: "SECURITY", ...props },
    of(account),
  );
const bucket = (account: string) => declare("s3/bucket:Bucket", "data", {}, of(account));

describe("security-contact-named", () => {
  it("passes a contact for security in each account", () => {
    passes(control, [
      contact("here", "333333333333"),
      contact("there", "444444444444"),
      bucket("444444444444"),
    ]);
    passes(control, [
      contact("here", "333333333333"),
      contact("bills", "333333333333", { alternateContactType: "BILLING" }),
    ]);
    const fromOutside = contact("there", "333333333333", { accountId: "444444444444" });
    passes(control, [contact("here", "333333333333"), fromOutside, bucket("444444444444")]);
  });

  it("finds an account without", () => {
    violates(
      control,
      [contact("here", "333333333333"), bucket("444444444444")],
      ["data (s3/bucket): alternativeContact"],
    );
    violates(
      control,
      [contact("here", "333333333333", { accountId: "444444444444" })],
      ["here (account/alternativeContact): alternativeContact"],
    );
  });

  it("finds an account that a provider reaches and nothing else", () => {
    const provider = (account: string) =>
      declare("pulumi:providers:aws", account, { allowedAccountIds: JSON.stringify([account]) });
    const here = [contact("here", "333333333333"), provider("333333333333")];
    passes(control, here);
    passes(control, [...here, provider("444444444444"), contact("there", "444444444444")]);
    violates(
      control,
      [...here, provider("444444444444")],
      ["444444444444 (pulumi:providers:aws): alternativeContact"],
    );
  });

  it("finds a contact that is told of something else", () => {
    for (const alternateContactType of ["BILLING", "OPERATIONS", "security"]) {
      violates(
        control,
        [contact("here", "333333333333", { alternateContactType })],
        ["here (account/alternativeContact): alternativeContact"],
      );
    }
  });

  it("waits for a type that is not known yet", () => {
    const parameter = declare("ssm/parameter:Parameter", "type", {}, of("333333333333"));
    const undecided = contact("here", "333333333333", { alternateContactType: ref(parameter, "value") });
    defers(
      control,
      [undecided, parameter],
      ["here (account/alternativeContact): alternateContactType"],
      ["here (account/alternativeContact): alternativeContact"],
    );
  });

  it("leaves alone a stack that names no contacts", () => {
    notApplicable(control, [bucket("333333333333")]);
  });
});
