import { ec2NoPublicIp as control } from "../../../policy-pack/controls/compute/ec2-no-public-ip";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";
import { privateSubnet, publicSubnet } from "./network-cases";

const instance = (props: object) =>
  declare("ec2/instance:Instance", "web", { instanceType: "m5.large", ...props });
const LINE = ["web (ec2/instance): associatePublicIpAddress"];

describe("ec2-no-public-ip", () => {
  it("passes an instance in a private subnet, and one that refuses an address", () => {
    passes(control, [instance({ subnetId: ref(privateSubnet) }), privateSubnet]);
    passes(control, [instance({ associatePublicIpAddress: false })]);
  });

  it("finds an address asked for, handed out, and attached", () => {
    violates(control, [instance({ associatePublicIpAddress: true })], LINE);
    violates(control, [instance({ subnetId: ref(publicSubnet) }), publicSubnet], LINE);
    const own = instance({ associatePublicIpAddress: false });
    violates(
      control,
      [own, declare("ec2/eip:Eip", "eip", { instance: ref(own) })],
      ["web (ec2/instance): publicIp"],
    );
  });

  it("has nothing to judge where nothing is launched, jobs on Fargate among it", () => {
    notApplicable(control, [publicSubnet]);
    const jobs = (type: string) =>
      declare("batch/computeEnvironment:ComputeEnvironment", "jobs", { computeResources: { type } });
    notApplicable(control, [jobs("FARGATE")]);
    violates(control, [jobs("EC2")], ["jobs (batch/computeEnvironment): computeResources"]);
  });
});
