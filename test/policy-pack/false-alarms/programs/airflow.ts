import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as mwaa from "@pulumi/aws/mwaa";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

/** Airflow whose web server is reached from the VPC only, with the execution role that AWS writes down. */
export const airflow: Program = {
  name: "Airflow in the VPC",
  sources: [
    "https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html",
    "https://docs.aws.amazon.com/mwaa/latest/userguide/custom-keys-certs.html",
    "https://docs.aws.amazon.com/mwaa/latest/userguide/vpc-security.html",
    "https://docs.aws.amazon.com/mwaa/latest/userguide/security-best-practices.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key(
      "airflow",
      [
        company.through("s3", "airflow"),
        company.through("sqs", "airflow"),
        { ...company.byLogs("airflow-reports-*"), Sid: "UseByAirflowLogs" },
      ],
      options,
    );
    const flows = privateBucket("airflow", { key: key.arn, users: ["airflow"] }, options);
    const role = new iam.Role(
      "airflow",
      {
        name: "airflow",
        permissionsBoundary: company.BOUNDARY,
        assumeRolePolicy: company.document({
          Effect: "Allow",
          Principal: { Service: ["airflow.amazonaws.com", "airflow-env.amazonaws.com"] },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": company.ACCOUNT } },
        }),
      },
      options,
    );
    new iam.RolePolicy(
      "airflow",
      {
        role: role.name,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "airflow:PublishMetrics",
              Resource: company.arn("airflow", "environment/reports"),
            },
            {
              Effect: "Allow",
              Action: ["s3:GetObject*", "s3:GetBucket*", "s3:List*"],
              Resource: [flows.arn, interpolate`${flows.arn}/*`],
            },
            { Effect: "Allow", Action: ["s3:GetAccountPublicAccessBlock"], Resource: "*" },
            {
              Effect: "Allow",
              Action: [
                "logs:CreateLogStream",
                "logs:CreateLogGroup",
                "logs:PutLogEvents",
                "logs:GetLogEvents",
              ],
              Resource: company.arn("logs", "log-group:airflow-reports-*"),
            },
            { Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: ["*"] },
            { Effect: "Allow", Action: "cloudwatch:PutMetricData", Resource: "*" },
            {
              Effect: "Allow",
              Action: [
                "sqs:ChangeMessageVisibility",
                "sqs:DeleteMessage",
                "sqs:GetQueueAttributes",
                "sqs:GetQueueUrl",
                "sqs:ReceiveMessage",
                "sqs:SendMessage",
              ],
              // Airflow's own queues are in an account of AWS's.
              Resource: company.arn("sqs", "airflow-celery-*", company.REGION, "*"),
            },
            {
              Effect: "Allow",
              Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey*", "kms:Encrypt"],
              Resource: key.arn,
              Condition: {
                StringLike: {
                  "kms:ViaService": [
                    `sqs.${company.REGION}.amazonaws.com`,
                    `s3.${company.REGION}.amazonaws.com`,
                  ],
                },
              },
            },
          ],
        }),
      },
      options,
    );
    const group = new ec2.SecurityGroup(
      "airflow",
      { vpcId: company.VPC, description: "Workers, schedulers and the web server of Airflow" },
      options,
    );
    for (const type of ["ingress", "egress"])
      new ec2.SecurityGroupRule(
        `airflow-${type}`,
        {
          type,
          securityGroupId: group.id,
          self: true,
          protocol: "tcp",
          fromPort: 443,
          toPort: 5432,
          description: "Within Airflow: its web server, endpoints and database",
        },
        options,
      );
    new mwaa.Environment(
      "reports",
      {
        name: "reports",
        airflowVersion: "2.10.3",
        environmentClass: "mw1.small",
        executionRoleArn: role.arn,
        kmsKey: key.arn,
        sourceBucketArn: flows.arn,
        dagS3Path: "dags/",
        webserverAccessMode: "PRIVATE_ONLY",
        endpointManagement: "SERVICE",
        maxWorkers: 5,
        networkConfiguration: {
          subnetIds: company.PRIVATE_SUBNETS.slice(0, 2),
          securityGroupIds: [group.id],
        },
        loggingConfiguration: Object.fromEntries(
          ["dagProcessingLogs", "schedulerLogs", "taskLogs", "webserverLogs", "workerLogs"].map((name) => [
            name,
            { enabled: true, logLevel: "INFO" },
          ]),
        ),
        airflowConfigurationOptions: { "core.load_examples": "False" },
      },
      options,
    );
  },
};
