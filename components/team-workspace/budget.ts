import * as pulumi from "@pulumi/pulumi";
import * as budgets from "@pulumi/aws/budgets";
import { physicalName, tagsOf, type Scope } from "../secure";

export interface TeamBudgetArgs {
  readonly scope: Scope;
  /** The monthly limit, in US dollars. */
  readonly monthlyUsd: number;
}

/**
 * A team's monthly budget, over everything that carries its `Team` tag in its environment. Its owners are told
 * when 80 % are spent, and when the forecast reaches all of it.
 * The tags must be active as cost allocation tags in the management account.
 */
export function teamBudget(
  name: string,
  args: TeamBudgetArgs,
  opts: pulumi.CustomResourceOptions,
): budgets.Budget {
  const { scope } = args;
  const tell = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
    comparisonOperator: "GREATER_THAN",
    notificationType,
    threshold,
    thresholdType: "PERCENTAGE",
    subscriberEmailAddresses: [...scope.contacts],
  });
  return new budgets.Budget(
    name,
    {
      name: physicalName("budget", scope, "monthly"),
      budgetType: "COST",
      timeUnit: "MONTHLY",
      limitAmount: args.monthlyUsd.toFixed(2),
      limitUnit: "USD",
      costFilters: [
        // Budgets writes a tag as user:Key$Value: https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create-filters.html
        { name: "TagKeyValue", values: [`user:Team$${scope.owner}`] },
      ],
      notifications: [tell("ACTUAL", 80), tell("FORECASTED", 100)],
      tags: tagsOf(scope),
    },
    opts,
  );
}
