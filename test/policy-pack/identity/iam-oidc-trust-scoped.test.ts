import { iamOidcTrustScoped as control } from "../../../policy-pack/controls/identity/iam-oidc-trust-scoped";
import { declare } from "../support/resources";
import { passes, violates } from "../support/verdicts";
import { trusting } from "./cases";

const ISSUER = "token.actions.githubusercontent.com";
const trust = (Condition: unknown, Action = "sts:AssumeRoleWithWebIdentity") =>
  trusting({
    Effect: "Allow",
    Action,
    Principal: { Federated: `arn:aws:iam::222222222222:oidc-provider/${ISSUER}` },
    Condition,
  });
const AUD = { [`${ISSUER}:aud`]: "sts.amazonaws.com" };
const SUB = { [`${ISSUER}:sub`]: "repo:acme/mlplatform:environment:prod" };
const at = (path: string) => `training (iam/role): assumeRolePolicy.Statement[0].Condition${path}`;

describe("iam-oidc-trust-scoped", () => {
  it("passes a pinned audience and subject, and roles that no web identity assumes", () => {
    passes(control, [trust({ StringEquals: { ...AUD, ...SUB } })]);
    passes(control, [
      trusting({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }),
    ]);
  });

  it("refuses a missing claim", () => {
    violates(control, [trust({ StringEquals: AUD })], [at("")]);
    violates(control, [trust(undefined)], [at(""), at("")]);
    violates(control, [trust(undefined, "sts:*")], [at(""), at("")]);
  });

  it("refuses wildcards, and operators that let a missing claim through", () => {
    const sub = `[${JSON.stringify(`${ISSUER}:sub`)}]`;
    const open = { [`${ISSUER}:sub`]: "repo:acme/*" };
    violates(control, [trust({ StringEquals: AUD, StringLike: open })], [at(`.StringLike${sub}`)]);
    violates(
      control,
      [trust({ StringEquals: AUD, StringEqualsIfExists: SUB })],
      [at(`.StringEqualsIfExists${sub}`)],
    );
  });

  it("wants the audience of SAML pinned, which has no subject to pin", () => {
    const saml = (Condition: unknown, Action = "sts:AssumeRoleWithSAML") =>
      trusting({
        Effect: "Allow",
        Action,
        Principal: { Federated: "arn:aws:iam::222222222222:saml-provider/company" },
        Condition,
      });
    const audience = { "SAML:aud": "https://signin.aws.amazon.com/saml" };
    passes(control, [saml({ StringEquals: audience })]);
    violates(control, [saml(undefined)], [at("")]);
    violates(control, [saml(undefined, "sts:*")], [at("")]);
    violates(control, [saml({ StringLike: { "SAML:aud": "*" } })], [at(".StringLike.SAML:aud")]);
    violates(control, [saml({ StringEqualsIfExists: audience })], [at(".StringEqualsIfExists.SAML:aud")]);
  });

  it("wants audiences of the provider", () => {
    const provider = (clientIdLists: unknown) =>
      declare("iam/openIdConnectProvider:OpenIdConnectProvider", "ci", {
        url: `https://${ISSUER}`,
        clientIdLists,
      });
    const name = "ci (iam/openIdConnectProvider)";
    passes(control, [provider(["sts.amazonaws.com"])]);
    violates(control, [provider(["*"])], [`${name}: clientIdLists[0]`]);
    violates(control, [provider([])], [`${name}: clientIdLists`]);
  });
});
