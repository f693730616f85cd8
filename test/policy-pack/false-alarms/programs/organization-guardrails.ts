import * as cloudtrail from "@pulumi/aws/cloudtrail";
import * as organizations from "@pulumi/aws/organizations";
import * as company from "../foundation";
import type { Program } from "../program";
import { guardrailDocuments } from "../guardrail-documents";

const UNITS = ["ou-ab12-11111111", "ou-ab12-22222222"];
const inManagement = (service: string, resource: string) =>
  company.arn(service, resource, company.REGION, company.MANAGEMENT_ACCOUNT);

/** Guardrails of an organization, after the examples that AWS gives for each, on two of its units. */
export const organizationGuardrails: Program = {
  name: "service and resource control policies of an organization",
  sources: [
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html",
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html",
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_syntax.html",
    "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
  ],
  run: () => {
    const options = company.inAccount(company.MANAGEMENT_ACCOUNT);
    const kept = { ...options, protect: true };
    const attach = (name: string, policy: organizations.Policy, targets: readonly string[] = UNITS) => {
      for (const targetId of targets)
        new organizations.PolicyAttachment(`${name}-${targetId}`, { policyId: policy.id, targetId }, options);
    };
    for (const { name, type, statements } of guardrailDocuments())
      attach(
        name,
        new organizations.Policy(name, { name, type, content: company.document(...statements) }, kept),
      );
    attach(
      "ai-opt-out",
      new organizations.Policy(
        "ai-opt-out",
        {
          name: "ai-opt-out",
          type: "AISERVICES_OPT_OUT_POLICY",
          content: JSON.stringify({
            services: {
              default: {
                opt_out_policy: {
                  "@@operators_allowed_for_child_policies": ["@@none"],
                  "@@assign": "optOut",
                },
              },
            },
          }),
        },
        kept,
      ),
      // The management account opts out too, which no unit holds.
      [...UNITS, company.MANAGEMENT_ACCOUNT],
    );

    new cloudtrail.Trail(
      "organization",
      {
        name: "organization",
        isOrganizationTrail: true,
        isMultiRegionTrail: true,
        enableLogFileValidation: true,
        s3BucketName: `acme-log-archive-${company.LOG_ACCOUNT}`,
        kmsKeyId: company.arn(
          "kms",
          "key/0d0d0d0d-1111-4222-8333-444444444444",
          company.REGION,
          company.LOG_ACCOUNT,
        ),
        cloudWatchLogsGroupArn: inManagement("logs", "log-group:organization-trail:*"),
        cloudWatchLogsRoleArn: company.arn("iam", "role/organization-trail", "", company.MANAGEMENT_ACCOUNT),
        advancedEventSelectors: [
          {
            name: "Management",
            fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }],
          },
        ],
      },
      kept,
    );
  },
};
