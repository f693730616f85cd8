import { budgetWithAlerts as control } from "../../../policy-pack/controls/cost/budget-with-alerts";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const account = (id: string) => ({
  provider: { type: "pulumi:providers:aws", name: id, props: { allowedAccountIds: JSON.stringify([id]) } },
});
const HERE = account("222222222222");
const forecast = { notificationType: "FORECASTED", subscriberEmailAddresses: ["owner@example.com"] };
const budget = (props: object = {}) =>
  declare(
    "budgets/budget:Budget",
    "b",
    { budgetType: "COST", limitAmount: "1000", notifications: [forecast], ...props },
    HERE,
  );
const passwords = declare("iam/accountPasswordPolicy:AccountPasswordPolicy", "passwords", {}, HERE);
const gpu = declare("ec2/instance:Instance", "gpu", { instanceType: "g5.xlarge" }, HERE);

describe("budget-with-alerts", () => {
  it("passes a budget with a forecast alert that reaches somebody", () => {
    passes(control, [budget()]);
    passes(control, [passwords, budget()]);
    const topic = declare("sns/topic:Topic", "t");
    passes(control, [
      topic,
      budget({
        notifications: [{ notificationType: "FORECASTED", subscriberSnsTopicArns: [ref(topic, "arn")] }],
      }),
    ]);
    passes(control, [budget({ notifications: [{ notificationType: "ACTUAL" }, forecast] })]);
    passes(control, [budget({ limitAmount: undefined, plannedLimits: [{ amount: "10" }] })]);
    passes(control, [budget(), declare("budgets/budget:Budget", "use", { budgetType: "RI_COVERAGE" }, HERE)]);
  });

  it("wants one in each account that the stack sets up", () => {
    violates(control, [passwords], ["passwords (iam/accountPasswordPolicy): budget"]);
    const other = declare(
      "iam/accountPasswordPolicy:AccountPasswordPolicy",
      "other",
      {},
      account("333333333333"),
    );
    violates(control, [passwords, other, budget()], ["other (iam/accountPasswordPolicy): budget"]);
  });

  it("finds a budget without a limit, a forecast, or anybody who hears of it", () => {
    violates(control, [budget({ limitAmount: "0" })], ["b (budgets/budget): limitAmount"]);
    violates(control, [budget({ limitAmount: undefined })], ["b (budgets/budget): limitAmount"]);
    const at = ["b (budgets/budget): notifications"];
    violates(control, [budget({ notifications: undefined })], at);
    violates(control, [budget({ notifications: [{ ...forecast, notificationType: "ACTUAL" }] })], at);
    violates(control, [budget({ notifications: [{ notificationType: "FORECASTED" }] })], at);
    violates(control, [budget({ notifications: [{ ...forecast, subscriberEmailAddresses: [""] }] })], at);
  });

  it("wants an action where accelerators run", () => {
    violates(control, [budget(), gpu], ["b (budgets/budget): budgetAction"]);
    const action = declare("budgets/budgetAction:BudgetAction", "stop", {}, HERE);
    passes(control, [budget(), gpu, action]);
    passes(control, [budget(), declare("ec2/instance:Instance", "cpu", { instanceType: "m5.large" }, HERE)]);
    const elsewhere = declare("budgets/budgetAction:BudgetAction", "stop", {}, account("333333333333"));
    violates(control, [budget(), gpu, elsewhere], ["b (budgets/budget): budgetAction"]);
  });

  it("wants a budget where accelerators run, whoever sets up the account", () => {
    const line = ["gpu (ec2/instance): budget"];
    violates(control, [gpu], line);
    const elsewhere = { settings: { organizationServices: ["budgets"] } };
    notApplicable(control, [gpu], elsewhere);
    violates(control, [budget(), gpu], ["b (budgets/budget): budgetAction"], elsewhere);
    notApplicable(control, [passwords], elsewhere);
    const type = declare("ssm/parameter:Parameter", "type", { value: "p5.48xlarge" });
    const late = declare("ec2/instance:Instance", "gpu", { instanceType: ref(type, "value") }, HERE);
    defers(control, [type, late], ["gpu (ec2/instance): budgetAction"], line);
  });

  it("has nothing to judge in a stack that sets up no account", () =>
    notApplicable(control, [declare("ec2/instance:Instance", "cpu", { instanceType: "m5.large" }, HERE)]));
});
