import * as organizations from "@pulumi/aws/organizations";
import * as pulumi from "@pulumi/pulumi";

/**
 * The organization's trust in AWS Account Management, without which the contacts of its accounts cannot be set. Made in
 * the management account.
 * https://docs.aws.amazon.com/accounts/latest/reference/API_PutAlternateContact.html
 */
export class AccountManagement extends pulumi.ComponentResource {
  /** What contacts of accounts must be made after. */
  readonly trustedAccess: pulumi.Resource;

  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:organization:AccountManagement", name, {}, opts);
    this.trustedAccess = new organizations.AwsServiceAccess(
      `${name}-trusted-access`,
      { servicePrincipal: "account.amazonaws.com" },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
