import {
  deferred,
  type Element,
  type Finding,
  type Graph,
  type GraphControl,
  isText,
  type Node,
  violation,
} from "../../core";
import { leavesNamed } from "../../core/walk";
import { accountsSetUp } from "../../topology/accounts";
import { accountOf } from "../../iam/account";
import { isAccelerated } from "../compute/accelerated";

const BUDGET = "aws:budgets/budget:Budget";
const ACTION = "aws:budgets/budgetAction:BudgetAction";

export const budgetWithAlerts: GraphControl = {
  kind: "graph",
  name: "budget-with-alerts",
  description:
    "Every account has a cost budget whose forecast alerts somebody, and where accelerators run an action that stops spending.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "A forgotten cluster of accelerators, or somebody else's miner, costs more in a weekend than the team has for the year.",
  fix: {
    text: "Give the account a budget with a forecast alert; add a BudgetAction where accelerators run.",
    code: `new budgets.Budget("team", {
  budgetType: "COST", timeUnit: "MONTHLY", limitAmount: "1000", limitUnit: "USD",
  notifications: [{
    notificationType: "FORECASTED", comparisonOperator: "GREATER_THAN",
    threshold: 100, thresholdType: "PERCENTAGE", subscriberEmailAddresses: ["owner@example.com"],
  }],
});`,
  },
  frameworks: { nist: ["SA-2"] },
  check: (graph, { settings }) => {
    const budgets = graph.byType(BUDGET);
    const isElsewhere = settings.organizationServices.includes("budgets");
    const accounts = isElsewhere ? [] : accountsSetUp(graph);
    const accelerators = judgeAccelerators(graph, budgets, isElsewhere);
    if (budgets.length + accounts.length + accelerators.length === 0) return "not-applicable";
    const without = accounts.filter((account) => account.byType(BUDGET).length === 0);
    return [
      ...without.map(({ node }) =>
        violation(node, "budget", "no Budget in this account", "a cost budget with a forecast alert"),
      ),
      ...budgets.flatMap(judgeBudget),
      ...accelerators,
    ];
  },
};

function judgeBudget(budget: Node): readonly Finding[] {
  const type = budget.properties.get("budgetType");
  // Budgets of use, coverage and reservations stand beside the one of cost.
  if (type.state === "known" && type.value !== "COST") return [];
  return [...judgeLimit(budget), ...judgeNotifications(budget)];
}

/** A limit is an amount, a plan of amounts, or one that AWS adjusts. */
function judgeLimit(budget: Node): readonly Finding[] {
  const limit = budget.properties.get("limitAmount");
  if (limit.state === "known" && Number(limit.value) > 0) return [];
  if (limit.state === "unknown") return [deferred(budget, "limitAmount")];
  const others = ["plannedLimits", "autoAdjustData"].map((input) => budget.properties.get(input));
  if (limit.state === "unset" && others.some(({ state }) => state !== "unset")) return [];
  return [violation(budget, "limitAmount", limit, "an amount above zero")];
}

function judgeNotifications(budget: Node): readonly Finding[] {
  const property = "notifications";
  const list = budget.properties.list(property);
  if (list.state === "unknown") return [deferred(budget, property)];
  const forecasts = list.state === "known" ? list.value.filter(mayForecast) : [];
  if (forecasts.some(reachesSomebody)) return [];
  const found = forecasts.length === 0 ? "no forecast alert" : "a forecast alert without a subscriber";
  return [violation(budget, property, found, "a FORECASTED notification with a subscriber")];
}

function mayForecast({ properties }: Element): boolean {
  const type = properties.get("notificationType");
  return type.state === "unknown" || (type.state === "known" && type.value === "FORECASTED");
}

/** A subscriber that is not known yet is a topic of the same program. */
function reachesSomebody({ properties }: Element): boolean {
  return ["subscriberEmailAddresses", "subscriberSnsTopicArns"].some((name) => {
    const list = properties.list(name);
    if (list.state !== "known") return list.state === "unknown";
    return list.value.some(
      ({ value }) => value.state === "unknown" || (value.state === "known" && isText(value.value)),
    );
  });
}

/**
 * In an account where accelerators run, a budget by itself only tells; an action stops. Where the company says that
 * budgets are another stack's, only those that are here are asked for an action.
 */
function judgeAccelerators(graph: Graph, budgets: readonly Node[], isElsewhere: boolean): readonly Finding[] {
  const acting = new Set(graph.byType(ACTION).map(accountOf));
  return [...acceleratorUsers(graph)].flatMap(([account, { user, isKnown }]): readonly Finding[] => {
    const budget = budgets.find((one) => accountOf(one) === account);
    if (acting.has(account) || (budget === undefined && isElsewhere)) return [];
    if (!isKnown) return [deferred(user, "budgetAction")];
    return [
      budget === undefined
        ? violation(
            user,
            "budget",
            "no Budget for accelerators",
            "a cost budget with a BudgetAction, in this stack",
          )
        : violation(
            budget,
            "budgetAction",
            `no BudgetAction, while ${user.name} uses accelerators`,
            "a BudgetAction that stops spending",
          ),
    ];
  });
}

/** By account, what uses accelerators, or may while its type is not known. */
function acceleratorUsers(
  graph: Graph,
): ReadonlyMap<string | undefined, { readonly user: Node; readonly isKnown: boolean }> {
  const users = new Map<string | undefined, { readonly user: Node; readonly isKnown: boolean }>();
  for (const user of graph.nodes) {
    if (!user.type.startsWith("aws:")) continue;
    const usage = usesAccelerator(user);
    if (usage === false) continue;
    const account = accountOf(user);
    if (users.get(account)?.isKnown !== true) users.set(account, { user, isKnown: usage === true });
  }
  return users;
}

function usesAccelerator(node: Node): boolean | "unknown" {
  const types = node.properties
    .keys()
    .flatMap((input) => leavesNamed(node.properties.get(input), input, ["instanceType", "instanceTypes"]));
  if (types.some(({ value }) => value.state === "known" && isAccelerated(value.value))) return true;
  return types.some(({ value }) => value.state === "unknown") ? "unknown" : false;
}
