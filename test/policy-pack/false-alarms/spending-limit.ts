import * as budgets from "@pulumi/aws/budgets";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import { arn } from "./foundation";

/**
 * A budget that stops people from starting more machines once it is spent.
 * https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-controls.html
 */
export function spendingLimit(name: string, dollars: number, options: CustomResourceOptions): void {
  const budget = new budgets.Budget(
    name,
    {
      budgetType: "COST",
      limitAmount: String(dollars),
      limitUnit: "USD",
      timeUnit: "MONTHLY",
      notifications: [
        {
          comparisonOperator: "GREATER_THAN",
          notificationType: "FORECASTED",
          threshold: 100,
          thresholdType: "PERCENTAGE",
          subscriberEmailAddresses: ["finance@example.com"],
        },
      ],
    },
    options,
  );
  new budgets.BudgetAction(
    name,
    {
      budgetName: budget.name,
      actionType: "APPLY_IAM_POLICY",
      approvalModel: "AUTOMATIC",
      notificationType: "ACTUAL",
      actionThreshold: { actionThresholdType: "PERCENTAGE", actionThresholdValue: 100 },
      executionRoleArn: arn("iam", "role/budget-actions", ""),
      definition: {
        iamActionDefinition: {
          policyArn: arn("iam", "policy/start-no-machines", ""),
          roles: ["ml-engineer"],
        },
      },
      subscribers: [{ address: "finance@example.com", subscriptionType: "EMAIL" }],
    },
    options,
  );
}
