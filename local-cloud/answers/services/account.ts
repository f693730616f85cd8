import type { ServiceFacts } from "../resource-facts";

/** Account-wide settings, budgets, quotas and their like. */
export const ACCOUNT: ServiceFacts = {
  "aws:account/alternativeContact:AlternativeContact": {
    id: "{accountId|account}/{alternateContactType}",
  },
  "aws:account/primaryContact:PrimaryContact": { id: "{accountId|account}" },
  "aws:account/region:Region": { id: "{account},{regionName}" },
  "aws:budgets/budget:Budget": {
    id: "{accountId|account}:{name}",
    arn: "arn:{partition}:budgets::{account}:budget/{name}",
    outputs: { accountId: "{account}" },
    unique: "account",
  },
  "aws:budgets/budgetAction:BudgetAction": {
    id: "{accountId|account}:{uuid}:{budgetName}",
    arn: "arn:{partition}:budgets::{account}:budget/{budgetName}/action/{uuid}",
    outputs: { actionId: "{uuid}", status: "STANDBY" },
  },
  "aws:costexplorer/anomalyMonitor:AnomalyMonitor": {
    id: "arn:{partition}:ce::{account}:anomalymonitor/{uuid}",
    arn: "{id}",
  },
  "aws:servicequotas/serviceQuota:ServiceQuota": {
    id: "{serviceCode}/{quotaCode}",
    arn: "arn:{partition}:servicequotas:{region}:{account}:{serviceCode}/{quotaCode}",
  },
  "aws:ssm/parameter:Parameter": {
    id: "{name}",
    arn: "arn:{partition}:ssm:{region}:{account}:parameter{name starting /}",
    outputs: { version: 1, dataType: "text" },
    unique: "account",
  },
  "aws:ssm/document:Document": {
    id: "{name}",
    arn: "arn:{partition}:ssm:{region}:{account}:document/{name}",
    unique: "account",
  },
  "aws:ssm/serviceSetting:ServiceSetting": {
    id: "arn:{partition}:ssm:{region}:{account}:servicesetting{settingId starting /}",
    arn: "{id}",
  },
};
