import type { ServiceFacts } from "../resource-facts";
import { ACCOUNT } from "./account";
import { AUTOSCALING } from "./autoscaling";
import { CLOUDTRAIL } from "./cloudtrail";
import { CLOUDWATCH } from "./cloudwatch";
import { DETECTION } from "./detection";
import { EBS } from "./ebs";
import { EC2 } from "./ec2";
import { ECR } from "./ecr";
import { IAM } from "./iam";
import { KMS } from "./kms";
import { LAMBDA } from "./lambda";
import { LB } from "./lb";
import { MESSAGING } from "./messaging";
import { NETWORK_FIREWALL } from "./network-firewall";
import { ORGANIZATIONS } from "./organizations";
import { ROUTE53 } from "./route53";
import { S3 } from "./s3";
import { SAGEMAKER } from "./sagemaker";
import { SECRETS_MANAGER } from "./secrets-manager";
import { STORES } from "./stores";
import { VPC } from "./vpc";

/** Everything that is known of what AWS answers, by type token. */
export const FACTS: ServiceFacts = {
  ...ACCOUNT,
  ...AUTOSCALING,
  ...CLOUDTRAIL,
  ...CLOUDWATCH,
  ...DETECTION,
  ...EBS,
  ...EC2,
  ...ECR,
  ...IAM,
  ...KMS,
  ...LAMBDA,
  ...LB,
  ...MESSAGING,
  ...NETWORK_FIREWALL,
  ...ORGANIZATIONS,
  ...ROUTE53,
  ...S3,
  ...SAGEMAKER,
  ...SECRETS_MANAGER,
  ...STORES,
  ...VPC,
};
