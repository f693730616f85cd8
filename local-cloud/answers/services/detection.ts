import type { ServiceFacts } from "../resource-facts";

/** GuardDuty, Security Hub, Config, Inspector, Macie and Access Analyzer. */
export const DETECTION: ServiceFacts = {
  "aws:guardduty/detector:Detector": {
    id: "{hex:32}",
    arn: "arn:{partition}:guardduty:{region}:{account}:detector/{id}",
    outputs: { accountId: "{account}" },
  },
  "aws:guardduty/detectorFeature:DetectorFeature": { id: "{detectorId}/{name}" },
  "aws:guardduty/organizationAdminAccount:OrganizationAdminAccount": { id: "{adminAccountId}" },
  "aws:guardduty/organizationConfiguration:OrganizationConfiguration": { id: "{detectorId}" },
  "aws:securityhub/account:Account": {
    id: "{account}",
    arn: "arn:{partition}:securityhub:{region}:{account}:hub/default",
  },
  "aws:securityhub/standardsSubscription:StandardsSubscription": {
    id: "arn:{partition}:securityhub:{region}:{account}:subscription/aws-foundational-security-best-practices/v/1.0.0",
    arn: "{id}",
  },
  "aws:securityhub/organizationAdminAccount:OrganizationAdminAccount": { id: "{adminAccountId}" },
  "aws:cfg/recorder:Recorder": { id: "{name}" },
  "aws:cfg/recorderStatus:RecorderStatus": { id: "{name}" },
  "aws:cfg/deliveryChannel:DeliveryChannel": { id: "{name}" },
  "aws:cfg/rule:Rule": {
    id: "{name}",
    arn: "arn:{partition}:config:{region}:{account}:config-rule/config-rule-{lower:6}",
    outputs: { ruleId: "config-rule-{lower:6}" },
    unique: "account",
  },
  "aws:cfg/conformancePack:ConformancePack": {
    id: "{name}",
    arn: "arn:{partition}:config:{region}:{account}:conformance-pack/{name}/conformance-pack-{lower:9}",
  },
  "aws:cfg/configurationAggregator:ConfigurationAggregator": {
    id: "{name}",
    arn: "arn:{partition}:config:{region}:{account}:config-aggregator/config-aggregator-{lower:8}",
  },
  "aws:inspector2/enabler:Enabler": { id: "{account}" },
  "aws:macie2/account:Account": { id: "{hex:32}" },
  "aws:accessanalyzer/analyzer:Analyzer": {
    id: "{analyzerName}",
    arn: "arn:{partition}:access-analyzer:{region}:{account}:analyzer/{analyzerName}",
    unique: "account",
  },
};
