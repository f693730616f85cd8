import { roleCostCenter } from "../../../policy-pack/controls/tagging/role-cost-center";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const role = (props: Record<string, unknown>) => [declare("iam/role:Role", "training", props)];
const table = declare("dynamodb/table:Table", "centers");

describe("role-cost-center", () => {
  it("passes a role with the tag, its own or by the provider's default tags", () => {
    passes(roleCostCenter, role({ tags: { CostCenter: "CC-1234" } }));
    passes(
      roleCostCenter,
      role({ tags: { Team: "fraud" }, tagsAll: { Team: "fraud", CostCenter: "CC-1234" } }),
    );
    passes(roleCostCenter, role({ tags: { CostCenter: ref(table, "center") } }));
  });

  it("finds a role without the tag", () => {
    violates(roleCostCenter, role({}), ["training (iam/role): tags.CostCenter"]);
    violates(roleCostCenter, role({ tags: { Team: "fraud" } }), ["training (iam/role): tags.CostCenter"]);
  });

  it("finds an empty tag, a blank one, and one that is only spelt alike", () => {
    violates(roleCostCenter, role({ tags: { CostCenter: "" } }), ["training (iam/role): tags.CostCenter"]);
    violates(roleCostCenter, role({ tags: { CostCenter: "  " } }), ["training (iam/role): tags.CostCenter"]);
    violates(roleCostCenter, role({ tags: { costcenter: "CC-1" } }), [
      "training (iam/role): tags.CostCenter",
    ]);
    violates(roleCostCenter, role({ tags: { CostCenter: "CC-1" }, tagsAll: { Team: "fraud" } }), [
      "training (iam/role): tagsAll.CostCenter",
    ]);
  });

  it("goes by the name that the company requires", () => {
    const written = { settings: { requiredTags: ["cost-centre"] } };
    passes(roleCostCenter, role({ tags: { "cost-centre": "CC-1" } }), written);
    violates(
      roleCostCenter,
      role({ tags: { CostCenter: "CC-1" } }),
      ["training (iam/role): tags.cost-centre"],
      written,
    );
  });

  it("waits for tags that are unknown as a whole", () => {
    defers(
      roleCostCenter,
      role({ tags: ref(table, "tags") }),
      ["training (iam/role): tags.CostCenter"],
      ["training (iam/role): tags.CostCenter"],
    );
  });

  it("judges nothing but roles", () => {
    notApplicable(roleCostCenter, [table]);
  });
});
