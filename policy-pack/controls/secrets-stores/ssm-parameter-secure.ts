import {
  deferred,
  type Finding,
  mustBeCustomerKey,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";
import { credentialIn, namesSecret } from "../secrets/credentials";

export const ssmParameterSecure: ResourceControl = {
  kind: "resource",
  name: "ssm-parameter-secure",
  description:
    "Parameters whose name or value is that of a credential are SecureString, with a customer managed key.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A plain parameter is read by everyone who may list parameters, and by many roles that AWS's own policies make.",
  fix: {
    text: "Make it a SecureString under the team's key; better, a secret in Secrets Manager, which rotates. Replace a credential that was readable.",
    code: `new ssm.Parameter("registry-token", { type: "SecureString", keyId: key.arn, value: token });`,
  },
  frameworks: { nist: ["SC-28", "IA-5(7)"], checkov: ["CKV_AWS_337", "CKV2_AWS_34"] },
  types: ["aws:ssm/parameter:Parameter"],
  check: (parameter) => {
    const type = parameter.properties.get("type");
    if (type.state === "unknown") return [deferred(parameter, "type")];
    // Without a key it is AWS's own for Systems Manager, which every principal of the account may use.
    return type.state === "known" && type.value === "SecureString"
      ? mustBeCustomerKey(parameter, "keyId")
      : judgePlain(parameter);
  },
};

const VALUES = ["value", "insecureValue"];

/** A parameter may go without a name; then it has one made from the resource's. */
function judgePlain(parameter: Subject): readonly Finding[] {
  const name = parameter.properties.get("name");
  const names = [parameter.name, ...(name.state === "known" ? [String(name.value)] : [])];
  // A name is a path, whose last step may be the one that tells: `/db/token`.
  const secretName = names.find((each) => namesSecret(each) || namesSecret(each.split("/").at(-1) ?? each));
  if (secretName !== undefined) return [mustBeSecure(parameter, `a plain parameter named "${secretName}"`)];
  const credential = VALUES.map((property) => credentialAt(parameter, property)).find(Boolean);
  if (credential !== undefined)
    return [mustBeSecure(parameter, `a plain parameter with ${credential} (masked)`)];
  return ["name", ...VALUES]
    .filter((property) => parameter.properties.get(property).state === "unknown")
    .map((property) => deferred(parameter, property));
}

function mustBeSecure(parameter: Subject, found: string): Finding {
  return violation(parameter, "type", found, '"SecureString", with a customer managed KMS key');
}

function credentialAt({ properties, name }: Subject, property: string): string | undefined {
  const value = properties.get(property);
  return value.state === "known" ? credentialIn(name, String(value.value))?.kind : undefined;
}
