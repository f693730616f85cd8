import { arn, BOUNDARY, policy, trusting } from "./platform";
import { inDev } from "./dev";
import { add, added, changed, present, type Row, the } from "./row";

const role = add("iam/role:Role", "release", {
  name: "acme-prod-core-release",
  assumeRolePolicy: trusting("lambda.amazonaws.com"),
  permissionsBoundary: BOUNDARY,
  maxSessionDuration: 3600,
});
const trust = (principal: object, condition: object, action = "sts:AssumeRole") =>
  policy({ Effect: "Allow", Principal: principal, Action: action, Condition: condition });
const people = {
  ...role,
  name: "operators",
  props: {
    ...role.props,
    name: "acme-prod-core-operators",
    assumeRolePolicy: trust(
      { AWS: arn("iam", "root", "") },
      { ArnEquals: { "aws:PrincipalArn": arn("iam", "role/acme-prod-core-identity", "") } },
    ),
  },
};
const GITHUB = arn("iam", "oidc-provider/token.actions.githubusercontent.com", "");
const fromGithub = (subject: string) =>
  trust(
    { Federated: GITHUB },
    {
      StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
      StringLike: { "token.actions.githubusercontent.com:sub": subject },
    },
    "sts:AssumeRoleWithWebIdentity",
  );
const pipeline = {
  ...role,
  name: "previews",
  props: {
    ...role.props,
    name: "acme-prod-core-previews",
    assumeRolePolicy: fromGithub("repo:acme/platform:ref:refs/heads/main"),
  },
};
const allow = (Action: string | readonly string[], Resource: string | readonly string[], more: object = {}) =>
  policy({ Effect: "Allow", Action, Resource, ...more });
const BUCKET_OBJECTS = "arn:aws:s3:::acme-prod-core-jobs-888888888888/*";
const grant = add("iam/rolePolicy:RolePolicy", "release", {
  name: "release",
  role: "acme-prod-core-release",
  policy: allow("s3:PutObject", BUCKET_OBJECTS),
});
const managed = add("iam/policy:Policy", "writing", {
  name: "acme-prod-core-writing",
  policy: allow("s3:PutObject", BUCKET_OBJECTS),
});
const attachment = add("iam/rolePolicyAttachment:RolePolicyAttachment", "release", {
  role: "acme-prod-core-release",
  policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
});
const user = add("iam/userPolicyAttachment:UserPolicyAttachment", "somebody", {
  user: "somebody",
  policyArn: "arn:aws:iam::888888888888:policy/reading",
});
const PASSED = arn("iam", "role/acme-prod-core-jobs", "");
const passing = (condition: object) => allow("iam:PassRole", PASSED, condition);
const layer = add("lambda/layerVersionPermission:LayerVersionPermission", "shared", {
  layerName: "features",
  versionNumber: 3,
  statementId: "shared",
  action: "lambda:GetLayerVersion",
  principal: "999999999999",
});
const share = add("ram/resourceShare:ResourceShare", "subnets", {
  name: "subnets",
  allowExternalPrincipals: false,
});

const given = add("kms/grant:Grant", "training", {
  keyId: the("kms/key:Key", "fraud-data-key", "arn"),
  granteePrincipal: the("iam/role:Role", "fraud-training", "arn"),
  operations: ["Decrypt"],
  constraints: [{ encryptionContextEquals: { purpose: "training" } }],
});

/** Who may do what, and who may become whom. */
export const IDENTITY: readonly Row[] = [
  added(
    "iam-no-admin-policy",
    [attachment, role],
    ["policyArn"],
    "arn:aws:iam::aws:policy/AdministratorAccess",
  ),
  added(
    "iam-no-broad-managed-policies",
    [attachment, role],
    ["policyArn"],
    "arn:aws:iam::aws:policy/AmazonS3FullAccess",
  ),
  added(
    "iam-no-data-exfil-grant",
    [grant, role],
    ["policy"],
    allow("secretsmanager:BatchGetSecretValue", "*"),
  ),
  added(
    "iam-no-privilege-escalation",
    [managed],
    ["policy"],
    allow("iam:UpdateAssumeRolePolicy", arn("iam", "role/acme-prod-core-*", "")),
  ),
  added("iam-passrole-scoped", [grant, role], ["policy"], passing({})),
  present("iam-no-long-lived-users", user),
  added("iam-oidc-trust-scoped", [pipeline], ["assumeRolePolicy"], fromGithub("repo:acme/*")),
  added("iam-env-trust-isolation", [layer], ["principal"], "555555555555"),
  added("iam-permissions-boundary-required", [role], ["permissionsBoundary"]),
  added("iam-session-length-limited", [people], ["maxSessionDuration"], 43200),
  added("resource-share-trusted", [share], ["allowExternalPrincipals"], true),
  added(
    "sm-role-job-guardrails",
    [grant, role],
    ["policy"],
    allow("sagemaker:CreateTrainingJob", arn("sagemaker", "training-job/acme-*")),
  ),
  added(
    "kms-key-team-isolation",
    [given],
    ["granteePrincipal"],
    the("iam/role:Role", "vision-training", "arn"),
  ),
  added("role-cost-center", [inDev(role)], ["tags", "CostCenter"], undefined, {
    stack: "dev",
    aloneBlocks: true,
  }),
  present(
    "resources-can-be-judged",
    add("cloudformation/stack:Stack", "legacy", {
      templateUrl: "https://acme-templates.s3.eu-central-1.amazonaws.com/a",
    }),
  ),
  changed("budget-with-alerts", "fraud-budget", ["notifications"], []),
];
