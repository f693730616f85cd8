import { ec2Imdsv2Required as control } from "../../../policy-pack/controls/compute/ec2-imdsv2-required";
import { type Declared, declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const instance = (props: Declared["props"]) => declare("ec2/instance:Instance", "i", props);
const template = (options: object) =>
  declare("ec2/launchTemplate:LaunchTemplate", "lt", { metadataOptions: options });
const TOKENS = { httpTokens: "required" };

describe("ec2-imdsv2-required", () => {
  it("passes required tokens one hop away, and a service that is off", () => {
    passes(control, [instance({ metadataOptions: { ...TOKENS, httpPutResponseHopLimit: 1 } })]);
    passes(control, [instance({ metadataOptions: TOKENS })]);
    passes(control, [instance({ metadataOptions: { httpEndpoint: "disabled" } })]);
    const defaults = { ...TOKENS, httpPutResponseHopLimit: 1 };
    passes(control, [declare("ec2/instanceMetadataDefaults:InstanceMetadataDefaults", "d", defaults)]);
  });

  it("passes an instance that takes the options of its template", () => {
    const lt = template(TOKENS);
    passes(control, [lt, instance({ launchTemplate: { id: ref(lt) } })]);
  });

  it("asks machines that build images, and spot fleets without a template", () => {
    const builder = (options: object) =>
      declare("imagebuilder/infrastructureConfiguration:InfrastructureConfiguration", "b", {
        instanceMetadataOptions: options,
      });
    passes(control, [builder(TOKENS)]);
    violates(
      control,
      [builder({ httpTokens: "optional" })],
      ["b (imagebuilder/infrastructureConfiguration): instanceMetadataOptions.httpTokens"],
    );
    const fleet = (props: object) => declare("ec2/spotFleetRequest:SpotFleetRequest", "f", { ...props });
    const described = fleet({ launchSpecifications: [{ instanceType: "m7i.large" }] });
    violates(control, [described], ["f (ec2/spotFleetRequest): launchSpecifications"]);
    const defaults = declare("ec2/instanceMetadataDefaults:InstanceMetadataDefaults", "d", {
      ...TOKENS,
      httpPutResponseHopLimit: 1,
    });
    passes(control, [described, defaults]);
    notApplicable(control, [fleet({ launchTemplateConfigs: [{}] })]);
  });

  it("passes two hops on EKS nodes, and finds them anywhere else", () => {
    const lt = template({ ...TOKENS, httpPutResponseHopLimit: 2 });
    passes(control, [
      lt,
      declare("eks/nodeGroup:NodeGroup", "ng", { launchTemplate: { id: ref(lt), version: "1" } }),
    ]);
    violates(control, [lt], ["lt (ec2/launchTemplate): metadataOptions.httpPutResponseHopLimit"]);
  });

  it("finds tokens that are optional or left out, of every kind", () => {
    violates(control, [instance({})], ["i (ec2/instance): metadataOptions.httpTokens"]);
    violates(
      control,
      [instance({ metadataOptions: { httpTokens: "optional" } })],
      ["i (ec2/instance): metadataOptions.httpTokens"],
    );
    violates(
      control,
      [instance({ launchTemplate: { id: "lt-elsewhere" } })],
      ["i (ec2/instance): metadataOptions.httpTokens"],
    );
    violates(
      control,
      [declare("ec2/launchConfiguration:LaunchConfiguration", "lc", {})],
      ["lc (ec2/launchConfiguration): metadataOptions.httpTokens"],
    );
    violates(
      control,
      [declare("ec2/spotInstanceRequest:SpotInstanceRequest", "s", {})],
      ["s (ec2/spotInstanceRequest): metadataOptions.httpTokens"],
    );
    violates(
      control,
      [
        declare("ec2/instanceMetadataDefaults:InstanceMetadataDefaults", "d", {
          httpTokens: "no-preference",
          httpPutResponseHopLimit: 1,
        }),
      ],
      ["d (ec2/instanceMetadataDefaults): httpTokens"],
    );
    violates(
      control,
      [declare("ec2/instanceMetadataDefaults:InstanceMetadataDefaults", "d", TOKENS)],
      ["d (ec2/instanceMetadataDefaults): httpPutResponseHopLimit"],
    );
  });

  it("judges nothing else", () => {
    notApplicable(control, [declare("ec2/vpc:Vpc", "vpc")]);
  });
});
