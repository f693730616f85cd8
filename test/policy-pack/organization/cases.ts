import { type Declared, declare, ref } from "../support/resources";

/** A service control policy with these statements, or a policy of another type. */
export function policy(name: string, statements: readonly object[], type?: string): Declared {
  return declare("organizations/policy:Policy", name, {
    content: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
    ...(type === undefined ? {} : { type }),
  });
}

/** Attaches a policy: to an id, or to a unit of the stack. */
export function attach(to: Declared, target: string | Declared, name = `${to.name}-to`): Declared {
  return declare("organizations/policyAttachment:PolicyAttachment", name, {
    policyId: ref(to),
    targetId: typeof target === "string" ? target : ref(target),
  });
}

export const deny = (action: readonly string[] | string, condition?: object): object => ({
  Effect: "Deny",
  Action: action,
  Resource: "*",
  ...(condition === undefined ? {} : { Condition: condition }),
});

/** All but one named role. */
export const BUT_DEPLOYMENT = { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/deployment" } };
