import { deferred, type Finding, type ResourceControl, violation } from "../../core";
import { credentialsIn } from "./script-secrets";
import { SCRIPT_TYPES, scriptsOf } from "./scripts";

export const noSecretsInBootScripts: ResourceControl = {
  kind: "resource",
  name: "no-secrets-in-boot-scripts",
  description: "No credential stands in user data, lifecycle scripts or image components, encoded or not.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "Every process on the machine may read its user data, and so may whoever may describe the instance; base64 hides nothing.",
  fix: {
    text: "Read the secret from Secrets Manager when the script runs, with the machine's own role. Then replace the credential: it has been seen.",
    code: 'PASSWORD="$(aws secretsmanager get-secret-value --secret-id database --query SecretString --output text)"',
  },
  frameworks: { nist: ["IA-5(7)"], checkov: ["CKV_AWS_46"] },
  exemptibleInProd: false,
  types: SCRIPT_TYPES,
  check: (subject) =>
    scriptsOf(subject).flatMap(({ path, texts }): readonly Finding[] => {
      if (texts === "unknown") return [deferred(subject, path)];
      const kinds = new Set(texts.flatMap(credentialsIn).map(({ kind }) => kind));
      return [...kinds].map((kind) =>
        violation(subject, path, `${kind} (masked)`, "no credential in a script", { finding: kind }),
      );
    }),
};
