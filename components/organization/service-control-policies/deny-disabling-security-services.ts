import type { PolicyStatement } from "@pulumi/aws/iam/documents";
import { exceptDeploymentRole, type GuardrailFacts } from "./statement";

/** Who gets in first turns the recording and the detection off. Only the deployment role may change them. */
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
      "config:PutConfigurationRecorder",
      "config:PutDeliveryChannel",
      "config:StopConfigurationRecorder",
      "ec2:DeleteFlowLogs",
      "guardduty:DeleteDetector",
      "guardduty:DisassociateFromAdministratorAccount",
      "guardduty:StopMonitoringMembers",
      "guardduty:UpdateDetector",
      "inspector2:Disable",
      "inspector2:DisassociateMember",
      "inspector2:UpdateConfiguration",
      "macie2:DisableMacie",
      "macie2:DisassociateFromAdministratorAccount",
      "macie2:UpdateMacieSession",
      "securityhub:BatchDisableStandards",
      "securityhub:DisableSecurityHub",
      "securityhub:DisassociateFromAdministratorAccount",
    ],
    Resource: "*",
    Condition: exceptDeploymentRole(facts),
  };
}
