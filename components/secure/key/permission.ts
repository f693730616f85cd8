import { allow, type Statement } from "../policy-document";
import { viaService } from "../principals";
import { arn, type Scope } from "../scope";
import { keyActions, type KeyAccess } from "./policy";

/**
 * The other half of a key's use: what a role's own policy must allow. The key is named by its alias, which is
 * known at preview, where its ARN is not.
 * https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 * @param sid Unique in the role's policy.
 * @param alias The key's alias, as `keyAlias` derives it.
 */
export function keyPermissions(
  scope: Scope,
  sid: string,
  alias: string,
  use: { readonly services: readonly string[]; readonly access: KeyAccess; readonly grants?: boolean },
): Statement[] {
  const Resource = [arn(scope, "kms", "key/*")];
  const ofAlias = { "ForAnyValue:StringEquals": { "kms:ResourceAliases": alias } };
  const direct = allow(sid, {
    Action: keyActions(use.access),
    Resource,
    Condition: {
      ...ofAlias,
      StringEquals: { "kms:ViaService": use.services.map((service) => viaService(scope, service)) },
    },
  });
  const grants = allow(`${sid}Grants`, {
    Action: ["kms:CreateGrant"],
    Resource,
    Condition: { ...ofAlias, Bool: { "kms:GrantIsForAWSResource": "true" } },
  });
  return [...(use.access === "none" ? [] : [direct]), ...(use.grants === true ? [grants] : [])];
}
