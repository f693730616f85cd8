import assert from "node:assert/strict";
import { ssmParameterSecure as control } from "../../../policy-pack/controls/secrets-stores/ssm-parameter-secure";
import { type Declared, declare, ref } from "../support/resources";
import { defers, judgeBy, notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const parameter = (props: Declared["props"], name = "p") => [
  key,
  declare("ssm/parameter:Parameter", name, props),
];
const TYPE_LINE = ["p (ssm/parameter): type"];
const KEY_LINE = ["p (ssm/parameter): keyId"];
const TOKEN = `hf_${"a".repeat(34)}`;

describe("ssm-parameter-secure", () => {
  it("passes SecureString with a customer key, and plain parameters that are no credential", () => {
    passes(control, parameter({ type: "SecureString", keyId: ref(key, "arn"), name: "/db/password" }));
    passes(control, parameter({ type: "String", name: "/ml/image-tag", value: "1.4.2" }));
    passes(control, parameter({ type: "String", name: "/ml/db-password-arn", value: "arn:aws:x" }));
  });

  it("finds plain parameters whose name, or resource, is a credential's", () => {
    for (const name of ["/prod/db/password", "HF_TOKEN", "/ml/apiKey", "/ml/client-secret", "/db/token"]) {
      violates(control, parameter({ type: "String", name, value: "x" }), TYPE_LINE);
      violates(control, parameter({ type: "StringList", name, value: "x" }), TYPE_LINE);
    }
    violates(control, parameter({ type: "String", value: "x" }, "db-password"), [
      "db-password (ssm/parameter): type",
    ]);
    violates(control, parameter({ name: "/db/password" }), TYPE_LINE);
  });

  it("finds plain parameters whose value is a credential, and never shows it", () => {
    violates(control, parameter({ type: "String", name: "/ml/setting", value: TOKEN }), TYPE_LINE);
    const open = parameter({ type: "String", name: "/ml/setting", insecureValue: TOKEN });
    violates(control, open, TYPE_LINE);
    assert.equal(JSON.stringify(judgeBy(control, open, "known")).includes(TOKEN), false);
  });

  it("finds SecureString with AWS's key", () => {
    violates(control, parameter({ type: "SecureString", name: "/ml/x" }), KEY_LINE);
    violates(control, parameter({ type: "SecureString", keyId: "alias/aws/ssm" }), KEY_LINE);
  });

  it("waits for a type or a name that is not known yet", () => {
    const value = declare("made/up:Value", "v", { type: "String", name: "/db/password" });
    const unknownType = parameter({ type: ref(value, "type"), name: "/db/password" });
    defers(control, [value, ...unknownType], TYPE_LINE, TYPE_LINE);
    const unknownName = parameter({ type: "String", name: ref(value, "name"), value: "x" });
    defers(control, [value, ...unknownName], ["p (ssm/parameter): name"], TYPE_LINE);
    notApplicable(control, [key]);
  });
});
