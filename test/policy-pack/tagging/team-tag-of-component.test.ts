import { teamTagOfComponent as control } from "../../../policy-pack/controls/tagging/team-tag-of-component";
import { declare, type Declared, urnOf } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const workspace = declare("acme:index:Workspace", "fraud");
const within = (parent: Declared, type: string, name: string, team?: string): Declared =>
  declare(type, name, team === undefined ? {} : { tags: { Team: team } }, { parent: urnOf(parent) });
const subnet = (name: string, team?: string, parent = workspace) =>
  within(parent, "ec2/subnet:Subnet", name, team);

describe("team-tag-of-component", () => {
  it("passes a component whose resources have its team, and what has no team", () => {
    passes(control, [
      workspace,
      subnet("a", "fraud"),
      subnet("b", "fraud"),
      subnet("c", "fraud"),
      subnet("d"),
    ]);
  });

  it("refuses the one that says otherwise", () => {
    violates(
      control,
      [workspace, subnet("a", "fraud"), subnet("b", "fraud"), subnet("c", "vision")],
      ["c (ec2/subnet): tags.Team"],
    );
  });

  it("sees it from an inner component, and goes by default tags", () => {
    const network = within(workspace, "acme:index:Network", "network");
    const provider = {
      type: "pulumi:providers:aws",
      name: "p",
      props: { defaultTags: JSON.stringify({ tags: { Team: "vision" } }) },
    };
    const group = declare("ec2/securityGroup:SecurityGroup", "g", {}, { parent: urnOf(network), provider });
    violates(
      control,
      [workspace, network, subnet("a", "fraud"), subnet("b", "fraud"), group],
      ["g (ec2/securityGroup): tags.Team"],
    );
  });

  it("goes by the nearest component that is one team's", () => {
    const platform = declare("acme:index:Platform", "platform");
    const [fraud, vision] = ["fraud", "vision"].map((team) =>
      within(platform, "acme:index:Workspace", team),
    ) as [Declared, Declared];
    const inner = [fraud, vision].flatMap((one) =>
      ["a", "b", "c"].map((zone) => subnet(`${one.name}-${zone}`, one.name, one)),
    );
    passes(control, [platform, fraud, vision, ...inner]);
    violates(
      control,
      [platform, fraud, vision, ...inner, subnet("stray", "vision", fraud)],
      ["stray (ec2/subnet): tags.Team"],
    );
  });

  it("goes by the stack where ten resources or more are one team's", () => {
    const stack = declare("pulumi:pulumi:Stack", "dev");
    const some = (count: number, team = "fraud") =>
      Array.from({ length: count }, (_, i) => subnet(`${team}-${i}`, team, stack));
    const stray = subnet("stray", "vision", stack);
    const refused = ["stray (ec2/subnet): tags.Team"];
    violates(control, [stack, ...some(10), stray], refused);
    notApplicable(control, [stack, ...some(9), stray]);
    passes(control, [stack, ...some(11), subnet("untagged", undefined, stack)]);
    const component = declare("acme:index:Logs", "logs", {}, { parent: urnOf(stack) });
    violates(control, [stack, ...some(10), component, subnet("stray", "vision", component)], refused);
    // Two that say the same are a team of their own.
    notApplicable(control, [stack, ...some(10), ...some(2, "vision")]);
  });

  it("has nothing to judge in a component of several teams, one with too few tags, and outside of all", () => {
    notApplicable(control, [workspace, subnet("a", "fraud"), subnet("c", "vision")]);
    const shared = ["fraud", "vision"].flatMap((team) => ["a", "b"].map((zone) => subnet(team + zone, team)));
    notApplicable(control, [workspace, ...shared]);
    const stack = declare("pulumi:pulumi:Stack", "dev");
    notApplicable(control, [
      stack,
      subnet("a", "fraud", stack),
      subnet("b", "fraud", stack),
      subnet("c", "vision", stack),
    ]);
  });
});
