import * as batch from "@pulumi/aws/batch";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import { jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import { privateBucket } from "../private-bucket";
import type { Program } from "../program";

const LOGS = "/aws/batch/render";

/** Jobs on Fargate that read and write one bucket, with a role for the agent and another for the job. */
export const batchJobs: Program = {
  name: "Batch jobs on Fargate",
  sources: [
    "https://docs.aws.amazon.com/batch/latest/userguide/fargate.html",
    "https://docs.aws.amazon.com/batch/latest/userguide/execution-IAM-role.html",
    "https://docs.aws.amazon.com/batch/latest/userguide/using_awslogs.html",
  ],
  run: () => {
    const options = company.inAccount();
    const key = company.key("render", [company.through("s3", "render"), company.byLogs(LOGS)], options);
    const bucket = privateBucket("render", { key: key.arn, users: ["render"] }, options);
    const logs = new cloudwatch.LogGroup(
      "render",
      { name: LOGS, kmsKeyId: key.arn, retentionInDays: 365, deletionProtectionEnabled: true },
      options,
    );
    const group = new ec2.SecurityGroup(
      "render",
      {
        vpcId: company.VPC,
        description: "Render jobs",
        egress: [
          {
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            securityGroups: [company.ENDPOINTS_GROUP],
            description: "HTTPS to the interface endpoints",
          },
        ],
      },
      options,
    );
    const trust = company.document({
      Effect: "Allow",
      Principal: { Service: "ecs-tasks.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        ArnLike: { "aws:SourceArn": company.arn("ecs", "*") },
        StringEquals: { "aws:SourceAccount": company.ACCOUNT },
      },
    });
    const roles = Object.fromEntries(
      ["render", "render-execution"].map((name) => [
        name,
        new iam.Role(name, { name, assumeRolePolicy: trust, permissionsBoundary: company.BOUNDARY }, options),
      ]),
    );
    new iam.RolePolicyAttachment(
      "render-execution",
      {
        role: "render-execution",
        policyArn: "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
      },
      { ...options, dependsOn: Object.values(roles) },
    );
    new iam.RolePolicy(
      "render",
      {
        role: "render",
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["s3:GetObject", "s3:PutObject"],
              Resource: bucket.arn.apply((arn) => `${arn}/*`),
            },
            { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
          ],
        }),
      },
      { ...options, dependsOn: Object.values(roles) },
    );

    const environment = new batch.ComputeEnvironment(
      "render",
      {
        name: "render",
        type: "MANAGED",
        state: "ENABLED",
        computeResources: {
          type: "FARGATE_SPOT",
          maxVcpus: 64,
          subnets: company.PRIVATE_SUBNETS,
          securityGroupIds: [group.id],
        },
      },
      options,
    );
    const queue = new batch.JobQueue(
      "render",
      {
        name: "render",
        state: "ENABLED",
        priority: 1,
        computeEnvironmentOrders: [{ order: 1, computeEnvironment: environment.arn }],
      },
      options,
    );
    const definition = new batch.JobDefinition(
      "render",
      {
        name: "render",
        type: "container",
        platformCapabilities: ["FARGATE"],
        propagateTags: true,
        timeout: { attemptDurationSeconds: 3600 },
        retryStrategy: { attempts: 2 },
        containerProperties: jsonStringify({
          image: `444444444444.dkr.ecr.${company.REGION}.amazonaws.com/render@sha256:${"1f".repeat(32)}`,
          command: ["render", "Ref::scene"],
          resourceRequirements: [
            { type: "VCPU", value: "4" },
            { type: "MEMORY", value: "8192" },
          ],
          executionRoleArn: roles["render-execution"]?.arn,
          jobRoleArn: roles.render?.arn,
          readonlyRootFilesystem: true,
          networkConfiguration: { assignPublicIp: "DISABLED" },
          runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
          environment: [{ name: "BUCKET", value: bucket.id }],
          logConfiguration: {
            logDriver: "awslogs",
            options: { "awslogs-group": logs.name, "awslogs-stream-prefix": "render" },
          },
        }),
      },
      options,
    );
    const failed = new cloudwatch.EventRule(
      "failed",
      {
        eventPattern: jsonStringify({
          source: ["aws.batch"],
          "detail-type": ["Batch Job State Change"],
          detail: { status: ["FAILED"], jobQueue: [queue.arn], jobDefinition: [definition.arn] },
        }),
      },
      options,
    );
    new cloudwatch.EventTarget(
      "failed",
      { rule: failed.name, arn: company.arn("sns", "operations") },
      options,
    );
  },
};
