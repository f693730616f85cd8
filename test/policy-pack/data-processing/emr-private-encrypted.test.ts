import { emrPrivateEncrypted as control } from "../../../policy-pack/controls/data-processing/emr-private-encrypted";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const subnet = declare("ec2/subnet:Subnet", "private");
const good = { securityConfiguration: "encrypted", ec2Attributes: { subnetId: ref(subnet) } };
const cluster = (props: object) => [subnet, declare("emr/cluster:Cluster", "e", { ...good, ...props })];
const at = (property: string) => [`e (emr/cluster): ${property}`];

describe("emr-private-encrypted", () => {
  it("waits for a network that is not known yet", () => {
    const maker = declare("sqs/queue:Queue", "q", { here: { subnetId: "subnet-1" }, open: { keyName: "k" } });
    defers(control, [maker, ...cluster({ ec2Attributes: ref(maker, "here") })], at("ec2Attributes"), []);
    defers(control, [maker, ...cluster({ ec2Attributes: ref(maker, "open") })], at("ec2Attributes"), [
      ...at("ec2Attributes.keyName"),
      ...at("ec2Attributes.subnetId"),
    ]);
  });

  it("passes a cluster in a subnet, with a security configuration", () => {
    passes(control, cluster({}));
    passes(control, cluster({ ec2Attributes: { subnetIds: ["subnet-1"] } }));
  });

  it("finds what a bare cluster lacks, and a key", () => {
    violates(control, cluster({ securityConfiguration: undefined }), at("securityConfiguration"));
    violates(control, cluster({ ec2Attributes: undefined }), at("ec2Attributes.subnetId"));
    violates(
      control,
      cluster({ ec2Attributes: { subnetId: "subnet-1", keyName: "laptop" } }),
      at("ec2Attributes.keyName"),
    );
  });

  it("finds a security configuration that encrypts nothing", () => {
    const configuration = (EncryptionConfiguration?: object) => [
      declare("emr/securityConfiguration:SecurityConfiguration", "c", {
        configuration: JSON.stringify({ EncryptionConfiguration }),
      }),
    ];
    const both = ["EnableInTransitEncryption", "EnableAtRestEncryption"];
    const lines = both.map(
      (name) => `c (emr/securityConfiguration): configuration.EncryptionConfiguration.${name}`,
    );
    passes(control, configuration({ EnableInTransitEncryption: true, EnableAtRestEncryption: true }));
    violates(control, configuration(), lines);
    violates(
      control,
      configuration({ EnableInTransitEncryption: false, EnableAtRestEncryption: false }),
      lines,
    );
  });

  it("finds ports that an account leaves open", () => {
    const ranges = (minRange: number, maxRange: number) => [
      declare("emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration", "b", {
        blockPublicSecurityGroupRules: true,
        permittedPublicSecurityGroupRuleRanges: [{ minRange, maxRange }],
      }),
    ];
    passes(control, ranges(22, 22));
    violates(control, ranges(0, 65_535), [
      "b (emr/blockPublicAccessConfiguration): permittedPublicSecurityGroupRuleRanges[0]",
    ]);
  });

  it("finds an account that lets clusters be open", () => {
    const block = (on: boolean) =>
      declare("emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration", "b", {
        blockPublicSecurityGroupRules: on,
      });
    passes(control, [block(true)]);
    violates(
      control,
      [block(false)],
      ["b (emr/blockPublicAccessConfiguration): blockPublicSecurityGroupRules"],
    );
    notApplicable(control, [subnet]);
  });
});
