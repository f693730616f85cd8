import { Budget, BudgetAction } from "@pulumi/aws/budgets";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import { ACCOUNTS, arn, roleArn, type Tier } from "./account";

const SUBSCRIBERS = ["ml@example.com"];

/** A budget that tells of a forecast, and at its limit keeps the roles of people from starting machines. */
export function budgetThatStops(tier: Tier, options: CustomResourceOptions): void {
  const threshold = { comparisonOperator: "GREATER_THAN", threshold: 100, thresholdType: "PERCENTAGE" };
  const budget = new Budget(
    "accelerators",
    {
      budgetType: "COST",
      timeUnit: "MONTHLY",
      limitAmount: "1000",
      limitUnit: "USD",
      notifications: [
        { ...threshold, notificationType: "FORECASTED", subscriberEmailAddresses: SUBSCRIBERS },
      ],
    },
    options,
  );
  new BudgetAction(
    "accelerators",
    {
      budgetName: budget.name,
      actionType: "APPLY_IAM_POLICY",
      approvalModel: "AUTOMATIC",
      notificationType: "ACTUAL",
      actionThreshold: { actionThresholdType: "PERCENTAGE", actionThresholdValue: 100 },
      executionRoleArn: roleArn(tier, "budget-actions"),
      definition: {
        iamActionDefinition: {
          policyArn: arn("iam", "policy/start-no-machines", { account: ACCOUNTS[tier], region: "" }),
          roles: ["ml-engineer"],
        },
      },
      subscribers: SUBSCRIBERS.map((address) => ({ address, subscriptionType: "EMAIL" })),
    },
    options,
  );
}
