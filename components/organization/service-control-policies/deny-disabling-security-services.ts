import type { PolicyStatement } from "@pulumi/aws/iam/documents";
import { exceptDeploymentRole, type GuardrailFacts } from "./statement";

/** Who gets in first turns the recording off. Only the deployment role may change it. */
export function denyDisablingSecurityServices(facts: GuardrailFacts): PolicyStatement {
  return {
    Sid: "DenyDisablingSecurityServices",
    Effect: "Deny",
    Action: [
      "access-analyzer:DeleteAnalyzer",
      "cloudtrail:DeleteTrail",
      "cloudtrail:PutEventSelectors",
      "cloudtrail:StopLogging",
      "cloudtrail:UpdateTrail",
      "config:DeleteConfigurationRecorder",
      "config:DeleteDeliveryChannel",
      "config:StopConfigurationRecorder",
      "ec2:DeleteFlowLogs",
      "guardduty:DeleteDetector",
      "guardduty:DisassociateFromAdministratorAccount",
      "guardduty:StopMonitoringMembers",
      "guardduty:UpdateDetector",
      "securityhub:DisableSecurityHub",
      "securityhub:DisassociateFromAdministratorAccount",
    ],
    Resource: "*",
    Condition: exceptDeploymentRole(facts),
  };
}
