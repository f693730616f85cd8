import type { Finding, ResourceControl, Subject } from "../../core";
import { deferred, violation } from "../../core";
import { credentialsIn } from "../boot-scripts/script-secrets";
import { CONFIGURED, configuredTexts, type NamedText } from "./config-values";
import { type Credential, credentialIn, namesSecret } from "./credentials";
import { withDecoded } from "./decoded";

export const noPlaintextSecretsInConfig: ResourceControl = {
  name: "no-plaintext-secrets-in-config",
  description:
    "No credential stands in environment variables, hyperparameters, job arguments or definitions.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "Everyone who may describe the job reads it, and it stays in the state, the console and the trail.",
  fix: {
    text: "Put it into Secrets Manager, pass the secret's ARN, and read the value where it is used. Then replace the credential: it has been seen.",
    code: `environment: { variables: { DATABASE_SECRET_ARN: secret.arn } }`,
  },
  frameworks: { nist: ["IA-5(7)", "SC-28"], checkov: ["CKV_AWS_45", "CKV2_AWS_36"] },
  exemptibleInProd: false,
  kind: "resource",
  types: Object.keys(CONFIGURED),
  check: (subject) => {
    const { texts, unknown } = configuredTexts(subject);
    return [
      ...texts.flatMap((each) => judgeText(subject, each)),
      ...unknown.flatMap((each) => defer(subject, each)),
    ];
  },
};

function judgeText(subject: Subject, { path, name, text }: NamedText): readonly Finding[] {
  const credential = credentialIn(name, text) ?? hiddenIn(text);
  if (credential === undefined) return [];
  return [violation(subject, path, `${credential.kind} (masked)`, "the ARN of a secret", { finding: path })];
}

/** What a text holds encoded is read as lines of settings: `password=...`, or a form that only a credential has. */
function hiddenIn(text: string): Credential | undefined {
  const [, ...inner] = withDecoded(text);
  return inner.flatMap(credentialsIn)[0];
}

/** What is not known yet is another resource's output; only one that goes by a secret's name may be a credential. */
function defer(subject: Subject, { path, name }: Omit<NamedText, "text">): readonly Finding[] {
  const whole = CONFIGURED[subject.type]?.includes(path) === true;
  return whole || namesSecret(name) ? [deferred(subject, path)] : [];
}
