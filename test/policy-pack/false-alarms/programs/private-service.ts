import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as ecs from "@pulumi/aws/ecs";
import * as iam from "@pulumi/aws/iam";
import * as lb from "@pulumi/aws/lb";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import * as company from "../foundation";
import type { Program } from "../program";

const GROUP = "/ecs/recommendations";

/** Fargate behind an internal load balancer, with the rules of its security groups written inline. */
export const privateService: Program = {
  name: "a private service on Fargate behind an internal load balancer",
  sources: [
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/networking-inbound.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  ],
  run: () => {
    const options = company.inAccount();
    const https = { protocol: "tcp", fromPort: 443, toPort: 443 };

    const balancerGroup = new ec2.SecurityGroup(
      "balancer",
      {
        vpcId: company.VPC,
        description: "Clients of the recommendations service",
        ingress: [
          { ...https, cidrBlocks: ["10.20.32.0/20"], description: "HTTPS from the application subnets" },
        ],
      },
      options,
    );
    const taskGroup = new ec2.SecurityGroup(
      "tasks",
      {
        vpcId: company.VPC,
        description: "Tasks of the recommendations service",
        ingress: [
          {
            protocol: "tcp",
            fromPort: 8443,
            toPort: 8443,
            securityGroups: [balancerGroup.id],
            description: "From the load balancer",
          },
        ],
        egress: [
          {
            ...https,
            securityGroups: [company.ENDPOINTS_GROUP],
            description: "HTTPS to the interface endpoints",
          },
        ],
      },
      options,
    );

    const balancer = new lb.LoadBalancer(
      "recommendations",
      {
        internal: true,
        loadBalancerType: "application",
        subnets: company.PRIVATE_SUBNETS,
        securityGroups: [balancerGroup.id],
        dropInvalidHeaderFields: true,
        desyncMitigationMode: "strictest",
        enableDeletionProtection: true,
        accessLogs: { bucket: company.LOG_BUCKET, enabled: true, prefix: "recommendations" },
      },
      options,
    );
    const targets = new lb.TargetGroup(
      "recommendations",
      {
        vpcId: company.VPC,
        port: 8443,
        protocol: "HTTPS",
        targetType: "ip",
        healthCheck: { protocol: "HTTPS", path: "/health" },
      },
      options,
    );
    new lb.Listener(
      "https",
      {
        loadBalancerArn: balancer.arn,
        port: 443,
        protocol: "HTTPS",
        sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
        certificateArn: company.arn("acm", "certificate/12345678-1234-4234-8234-123456789012"),
        defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
      },
      options,
    );

    const logKey = company.key("service-logs", [company.byLogs(GROUP)], options);
    const logs = new cloudwatch.LogGroup(
      "service",
      { name: GROUP, kmsKeyId: logKey.arn, retentionInDays: 2557, deletionProtectionEnabled: true },
      options,
    );
    const execution = new iam.Role(
      "execution",
      {
        assumeRolePolicy: company.trusting("ecs-tasks.amazonaws.com"),
        permissionsBoundary: company.BOUNDARY,
      },
      options,
    );
    new iam.RolePolicy(
      "execution",
      {
        role: execution.id,
        policy: jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
              Resource: interpolate`${logs.arn}:*`,
            },
            {
              Effect: "Allow",
              Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
              Resource: company.arn("ecr", "repository/recommendations"),
            },
            { Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
          ],
        }),
      },
      options,
    );
    const cluster = new ecs.Cluster(
      "ml",
      { settings: [{ name: "containerInsights", value: "enhanced" }] },
      options,
    );
    const task = new ecs.TaskDefinition(
      "recommendations",
      {
        family: "recommendations",
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        cpu: "1024",
        memory: "2048",
        executionRoleArn: execution.arn,
        containerDefinitions: jsonStringify([
          {
            name: "app",
            image: `444444444444.dkr.ecr.${company.REGION}.amazonaws.com/recommendations@sha256:${"ab".repeat(32)}`,
            readonlyRootFilesystem: true,
            portMappings: [{ containerPort: 8443 }],
            logConfiguration: {
              logDriver: "awslogs",
              options: {
                "awslogs-group": GROUP,
                "awslogs-region": company.REGION,
                "awslogs-stream-prefix": "app",
              },
            },
          },
        ]),
      },
      options,
    );
    new ecs.Service(
      "recommendations",
      {
        cluster: cluster.arn,
        taskDefinition: task.arn,
        desiredCount: 3,
        launchType: "FARGATE",
        enableEcsManagedTags: true,
        propagateTags: "SERVICE",
        networkConfiguration: {
          subnets: company.PRIVATE_SUBNETS,
          securityGroups: [taskGroup.id],
          assignPublicIp: false,
        },
        loadBalancers: [{ targetGroupArn: targets.arn, containerName: "app", containerPort: 8443 }],
      },
      options,
    );
  },
};
