import { smMonitoringIsolatedEncrypted as control } from "../../../policy-pack/controls/sagemaker-jobs/sm-monitoring-isolated-encrypted";
import { type Declared, declare, ref } from "../support/resources";
import { notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const subnet = declare("ec2/subnet:Subnet", "ml-a");
const group = declare("ec2/securityGroup:SecurityGroup", "workloads");
const around = [key, subnet, group];

const NETWORK = {
  enableNetworkIsolation: true,
  enableInterContainerTrafficEncryption: true,
  vpcConfig: { subnets: [ref(subnet)], securityGroupIds: [ref(group)] },
};
const CLUSTER = { instanceCount: 1, instanceType: "ml.m5.large", volumeKmsKeyId: ref(key, "arn") };
const definition = (props: Declared["props"]) =>
  declare("sagemaker/dataQualityJobDefinition:DataQualityJobDefinition", "d", {
    networkConfig: NETWORK,
    jobResources: { clusterConfig: CLUSTER },
    dataQualityJobOutputConfig: { kmsKeyId: ref(key, "arn") },
    ...props,
  });
const schedule = (job: object) =>
  declare("sagemaker/monitoringSchedule:MonitoringSchedule", "s", {
    monitoringScheduleConfig: {
      monitoringJobDefinition: {
        networkConfig: NETWORK,
        monitoringResources: { clusterConfig: CLUSTER },
        monitoringOutputConfig: { kmsKeyId: ref(key, "arn") },
        ...job,
      },
    },
  });
const at = (property: string) => `d (sagemaker/dataQualityJobDefinition): ${property}`;
const inSchedule = (property: string) =>
  `s (sagemaker/monitoringSchedule): monitoringScheduleConfig.monitoringJobDefinition.${property}`;

describe("sm-monitoring-isolated-encrypted", () => {
  it("passes jobs that are isolated and encrypted", () => {
    passes(control, [...around, definition({}), schedule({})]);
  });

  it("finds an open network, also when the whole block is absent", () => {
    const lines = [
      "networkConfig.enableNetworkIsolation",
      "networkConfig.vpcConfig.subnets",
      "networkConfig.vpcConfig.securityGroupIds",
      "networkConfig.enableInterContainerTrafficEncryption",
    ];
    violates(control, [...around, definition({ networkConfig: undefined })], lines.map(at));
    violates(control, [...around, schedule({ networkConfig: undefined })], lines.map(inSchedule));
  });

  it("finds traffic in clear even of one instance, which may become more", () => {
    violates(
      control,
      [
        ...around,
        definition({ networkConfig: { ...NETWORK, enableInterContainerTrafficEncryption: false } }),
      ],
      [at("networkConfig.enableInterContainerTrafficEncryption")],
    );
  });

  it("finds missing keys", () => {
    violates(
      control,
      [
        ...around,
        definition({
          jobResources: { clusterConfig: { ...CLUSTER, volumeKmsKeyId: undefined } },
          dataQualityJobOutputConfig: {},
        }),
      ],
      [at("jobResources.clusterConfig.volumeKmsKeyId"), at("dataQualityJobOutputConfig.kmsKeyId")],
    );
  });

  it("finds results that go to buckets which are neither of the stack nor the company's", () => {
    const own = declare("s3/bucket:Bucket", "own", { bucket: "drift" });
    const told = { settings: { trustedBuckets: { prod: ["acme-.*"] } } };
    const to = (bucket: string) => ({
      kmsKeyId: ref(key, "arn"),
      monitoringOutputs: [{ s3Output: { s3Uri: `s3://${bucket}/drift` } }],
    });
    const path = "monitoringOutputs[0].s3Output.s3Uri";
    passes(control, [...around, own, definition({ dataQualityJobOutputConfig: to("drift") })], told);
    passes(control, [...around, schedule({ monitoringOutputConfig: to("acme-drift") })], told);
    violates(
      control,
      [...around, definition({ dataQualityJobOutputConfig: to("elsewhere") })],
      [at(`dataQualityJobOutputConfig.${path}`)],
      told,
    );
    violates(
      control,
      [...around, own, schedule({ monitoringOutputConfig: to("elsewhere") })],
      [inSchedule(`monitoringOutputConfig.${path}`)],
      told,
    );
  });

  it("leaves a schedule of a definition elsewhere to that definition", () => {
    notApplicable(control, [
      declare("sagemaker/monitoringSchedule:MonitoringSchedule", "s", {
        monitoringScheduleConfig: { monitoringJobDefinitionName: "d", monitoringType: "DataQuality" },
      }),
    ]);
  });
});
