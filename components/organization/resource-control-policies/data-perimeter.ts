import { deny, type Statement } from "../../secure";

/**
 * The services whose resources the perimeter closes, of those that resource control policies reach, by prefix: where the
 * platform keeps data, keys, secrets, images and logs.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
 */
const SERVICES = ["dynamodb", "ecr", "kms", "logs", "s3", "secretsmanager", "sqs"] as const;

const ALL_OF_SERVICES = SERVICES.map((service) => `${service}:*`);

/**
 * How a principal becomes a role of ours. Federated users belong to no organization, so that AssumeRoleWithSAML and
 * AssumeRoleWithWebIdentity are left to each role's trust policy; what else STS is asked concerns the caller's own account.
 * https://github.com/aws-samples/data-perimeter-policy-examples/tree/main/resource_control_policies
 */
const ASSUME_ROLE = "sts:AssumeRole";

/** Customer managed policies of this type deny only, and only everyone, narrowed down by conditions. */
const EVERYONE_ON_EVERYTHING = { Principal: "*", Resource: "*" } as const;

/**
 * What no resource of the company's accounts accepts, whatever its own policy says: a principal of another organization,
 * a service that acts for another organization, and plain HTTP. A missing `aws:PrincipalOrgID` is a stranger too:
 * somebody anonymous, or an account without an organization.
 */
export function dataPerimeterStatements(organizationId: string): Statement[] {
  return [
    deny("DenyOtherOrganizations", {
      ...EVERYONE_ON_EVERYTHING,
      Action: [...ALL_OF_SERVICES, ASSUME_ROLE],
      Condition: {
        StringNotEqualsIfExists: { "aws:PrincipalOrgID": organizationId },
        // Services act from outside any organization; the next statement holds them to the one they act for.
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      },
    }),
    deny("DenyServicesForOtherOrganizations", {
      ...EVERYONE_ON_EVERYTHING,
      Action: [...ALL_OF_SERVICES, ASSUME_ROLE],
      Condition: {
        StringNotEqualsIfExists: { "aws:SourceOrgID": organizationId },
        // Only where the service says for whom it acts; one that assumes a role need not, because of iam:PassRole.
        Null: { "aws:SourceAccount": "false" },
        Bool: { "aws:PrincipalIsAWSService": "true" },
      },
    }),
    deny("DenyPlainHttp", {
      ...EVERYONE_ON_EVERYTHING,
      Action: [...ALL_OF_SERVICES, ASSUME_ROLE],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    }),
  ];
}
