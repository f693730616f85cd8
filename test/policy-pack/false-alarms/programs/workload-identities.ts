import * as eks from "@pulumi/aws/eks";
import * as iam from "@pulumi/aws/iam";
import * as sqs from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

const ISSUER = `oidc.eks.${company.REGION}.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE`;
const CLUSTER = "shop";

/** Pods of a cluster with roles of their own: by the cluster's issuer, and by Pod Identity. */
export const workloadIdentities: Program = {
  name: "roles for pods, by IRSA and by Pod Identity",
  sources: [
    "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html",
  ],
  run: () => {
    const options = company.inAccount();
    const issuer = new iam.OpenIdConnectProvider(
      CLUSTER,
      { url: `https://${ISSUER}`, clientIdLists: ["sts.amazonaws.com"] },
      options,
    );
    /** A role for one service account. */
    const irsa = (name: string, namespace: string, account: string) =>
      new iam.Role(
        name,
        {
          name,
          permissionsBoundary: company.BOUNDARY,
          assumeRolePolicy: pulumi.all([issuer.arn]).apply(([arn]) =>
            JSON.stringify({
              Version: "2012-10-17",
              Statement: [
                {
                  Effect: "Allow",
                  Principal: { Federated: arn },
                  Action: "sts:AssumeRoleWithWebIdentity",
                  Condition: {
                    StringEquals: {
                      [`${ISSUER}:aud`]: "sts.amazonaws.com",
                      [`${ISSUER}:sub`]: `system:serviceaccount:${namespace}:${account}`,
                    },
                  },
                },
              ],
            }),
          ),
        },
        options,
      );
    const key = company.key("mail", [company.through("sqs", "shop-mailer")], options);
    const mail = new sqs.Queue("mail", { kmsMasterKeyId: key.id }, options);
    new sqs.QueuePolicy(
      "mail",
      {
        queueUrl: mail.id,
        policy: mail.arn.apply((arn) =>
          company.document({
            Effect: "Deny",
            Principal: { AWS: "*" },
            Action: ["sqs:*"],
            Resource: [arn],
            Condition: { Bool: { "aws:SecureTransport": ["false"] } },
          }),
        ),
      },
      options,
    );
    const mailer = irsa("shop-mailer", "shop", "mailer");
    new iam.RolePolicy(
      "mailer",
      {
        role: mailer.id,
        policy: pulumi.all([mail.arn, key.arn]).apply(([queue, keyArn]) =>
          company.document(
            {
              Effect: "Allow",
              Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility"],
              Resource: queue,
            },
            { Effect: "Allow", Action: "kms:Decrypt", Resource: keyArn },
          ),
        ),
      },
      options,
    );

    const disks = irsa("shop-disks", "kube-system", "ebs-csi-controller-sa");
    new iam.RolePolicyAttachment(
      "disks",
      { role: disks.name, policyArn: "arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy" },
      options,
    );
    new eks.Addon(
      "disks",
      {
        clusterName: CLUSTER,
        addonName: "aws-ebs-csi-driver",
        serviceAccountRoleArn: disks.arn,
        resolveConflictsOnCreate: "OVERWRITE",
        resolveConflictsOnUpdate: "PRESERVE",
      },
      options,
    );
    new eks.Addon("identities", { clusterName: CLUSTER, addonName: "eks-pod-identity-agent" }, options);

    const pod = new iam.Role(
      "prices",
      {
        name: "shop-prices",
        permissionsBoundary: company.BOUNDARY,
        assumeRolePolicy: company.document({
          Effect: "Allow",
          Principal: { Service: "pods.eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
          Condition: {
            StringEquals: {
              "aws:SourceAccount": company.ACCOUNT,
              "aws:RequestTag/kubernetes-namespace": "shop",
              "aws:RequestTag/kubernetes-service-account": "prices",
            },
            ArnEquals: { "aws:SourceArn": company.arn("eks", `cluster/${CLUSTER}`) },
          },
        }),
      },
      options,
    );
    new iam.RolePolicy(
      "prices",
      {
        role: pod.id,
        policy: company.document({
          Effect: "Allow",
          Action: ["dynamodb:GetItem", "dynamodb:Query"],
          Resource: company.arn("dynamodb", "table/prices"),
          Condition: {
            "ForAllValues:StringEquals": {
              "dynamodb:LeadingKeys": ["${aws:PrincipalTag/kubernetes-namespace}"],
            },
          },
        }),
      },
      options,
    );
    new eks.PodIdentityAssociation(
      "prices",
      { clusterName: CLUSTER, namespace: "shop", serviceAccount: "prices", roleArn: pod.arn },
      options,
    );

    const serverless = new iam.Role(
      "fargate",
      {
        permissionsBoundary: company.BOUNDARY,
        assumeRolePolicy: company.document({
          Effect: "Allow",
          Principal: { Service: "eks-fargate-pods.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { ArnLike: { "aws:SourceArn": company.arn("eks", `fargateprofile/${CLUSTER}/*`) } },
        }),
      },
      options,
    );
    new iam.RolePolicyAttachment(
      "fargate",
      {
        role: serverless.name,
        policyArn: "arn:aws:iam::aws:policy/AmazonEKSFargatePodExecutionRolePolicy",
      },
      options,
    );
    new eks.FargateProfile(
      "reports",
      {
        clusterName: CLUSTER,
        podExecutionRoleArn: serverless.arn,
        subnetIds: company.PRIVATE_SUBNETS,
        selectors: [{ namespace: "reports" }],
      },
      options,
    );
  },
};
