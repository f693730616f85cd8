import { vpcFlowLogsAll as control } from "../../../policy-pack/controls/network/vpc-flow-logs-all";
import { declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const vpc = declare("ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
const bucket = declare("s3/bucket:Bucket", "logs");
const log = (props: object = {}, name = "all") =>
  declare("ec2/flowLog:FlowLog", name, {
    vpcId: ref(vpc),
    trafficType: "ALL",
    logDestination: ref(bucket, "arn"),
    ...props,
  });

describe("vpc-flow-logs-all", () => {
  it("passes a log of everything, beside one of less too", () => {
    passes(control, [vpc, bucket, log()]);
    passes(control, [vpc, bucket, log({ trafficType: "REJECT" }, "rejects"), log()]);
  });

  it("wants one for each VPC, of all traffic, to somewhere", () => {
    violates(control, [vpc], ["main (ec2/vpc): flowLog"]);
    violates(control, [declare("ec2/defaultVpc:DefaultVpc", "d")], ["d (ec2/defaultVpc): flowLog"]);
    violates(control, [vpc, bucket, log({ vpcId: "vpc-other" })], ["main (ec2/vpc): flowLog"]);
    violates(control, [vpc, bucket, log({ trafficType: "REJECT" })], ["all (ec2/flowLog): trafficType"]);
    violates(
      control,
      [vpc, bucket, log({ logDestination: undefined })],
      ["all (ec2/flowLog): logDestination"],
    );
  });

  it("has nothing to judge without a VPC", () => notApplicable(control, [bucket]));
});
