import * as account from "@pulumi/aws/account";
import * as pulumi from "@pulumi/pulumi";
import type { Organization } from "../../config";

export interface SecurityContactArgs {
  readonly contact: Organization["securityContact"];
  /** The organization's trust in AWS Account Management. */
  readonly trustedAccess: pulumi.Resource;
}

/**
 * Whom AWS tells of security matters in one account, besides the mail address of its root user. Made from within the
 * account: from outside, only the management account could, and not for itself.
 */
export class SecurityContact extends pulumi.ComponentResource {
  constructor(name: string, args: SecurityContactArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:organization:SecurityContact", name, {}, opts);
    const { contact } = args;
    new account.AlternativeContact(
      name,
      {
        alternateContactType: "SECURITY",
        name: contact.name,
        title: contact.title,
        emailAddress: contact.email,
        phoneNumber: contact.phone,
      },
      // Until the organization trusts Account Management, contacts of its accounts are refused.
      { parent: this, dependsOn: [args.trustedAccess] },
    );
    this.registerOutputs({});
  }
}
