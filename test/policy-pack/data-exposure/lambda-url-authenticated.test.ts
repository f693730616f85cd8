import { lambdaUrlAuthenticated as control } from "../../../policy-pack/controls/data-exposure/lambda-url-authenticated";
import { type Declared, declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const url = (props: Declared["props"]) => [declare("lambda/functionUrl:FunctionUrl", "u", props)];
const permission = (props: Declared["props"]) => [declare("lambda/permission:Permission", "p", props)];
const IAM = { authorizationType: "AWS_IAM" };
const TYPE_LINE = "u (lambda/functionUrl): authorizationType";

describe("lambda-url-authenticated", () => {
  it("passes IAM, with no origins or named ones", () => {
    passes(control, url(IAM));
    passes(control, url({ ...IAM, cors: { allowOrigins: ["https://studio.example.com"] } }));
    passes(control, permission({ action: "lambda:InvokeFunction", principal: "s3.amazonaws.com" }));
    passes(control, permission({ functionUrlAuthType: "AWS_IAM" }));
  });

  it("finds a URL without authentication, and the permission that opens it", () => {
    violates(control, url({ authorizationType: "NONE" }), [TYPE_LINE]);
    violates(control, url({}), [TYPE_LINE]);
    violates(control, permission({ functionUrlAuthType: "NONE", principal: "*" }), [
      "p (lambda/permission): functionUrlAuthType",
    ]);
  });

  it("finds origins that are everyone", () => {
    const origins = (allowOrigins: readonly string[]) => url({ ...IAM, cors: { allowOrigins } });
    violates(control, origins(["*"]), ["u (lambda/functionUrl): cors.allowOrigins[0]"]);
    violates(control, origins(["https://a.example.com", "https://*"]), [
      "u (lambda/functionUrl): cors.allowOrigins[1]",
    ]);
  });

  it("waits for what is not known yet", () => {
    const value = declare("made/up:Value", "v", { type: "NONE", origin: "*" });
    defers(control, [value, ...url({ authorizationType: ref(value, "type") })], [TYPE_LINE], [TYPE_LINE]);
    const line = ["u (lambda/functionUrl): cors.allowOrigins[0]"];
    const cors = { allowOrigins: [ref(value, "origin")] };
    defers(control, [value, ...url({ ...IAM, cors })], line, line);
    notApplicable(control, [key]);
  });
});
