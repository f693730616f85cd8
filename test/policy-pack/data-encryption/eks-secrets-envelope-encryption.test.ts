import { eksSecretsEnvelopeEncryption as control } from "../../../policy-pack/controls/data-encryption/eks-secrets-envelope-encryption";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const key = declare("kms/key:Key", "team");
const cluster = (encryptionConfig?: unknown) => [
  key,
  declare("eks/cluster:Cluster", "c", encryptionConfig === undefined ? {} : { encryptionConfig }),
];
const PROVIDER = { provider: { keyArn: ref(key, "arn") } };
const KEY_LINE = "c (eks/cluster): encryptionConfig.provider.keyArn";
const RESOURCES_LINE = "c (eks/cluster): encryptionConfig.resources";

describe("eks-secrets-envelope-encryption", () => {
  it("passes secrets under a customer key", () => {
    passes(control, cluster({ ...PROVIDER, resources: ["secrets"] }));
  });

  it("finds a cluster without it, AWS's key, and resources without secrets", () => {
    violates(control, cluster(), [KEY_LINE, RESOURCES_LINE]);
    violates(control, cluster({ provider: { keyArn: "alias/aws/eks" }, resources: ["secrets"] }), [KEY_LINE]);
    violates(control, cluster({ ...PROVIDER, resources: [] }), [RESOURCES_LINE]);
    violates(control, cluster({ ...PROVIDER, resources: ["configmaps"] }), [RESOURCES_LINE]);
  });

  it("waits for resources that are not known yet", () => {
    const parameter = declare("ssm/parameter:Parameter", "p", { value: "configmaps" });
    const resources = [ref(parameter, "value")];
    defers(control, cluster({ ...PROVIDER, resources }), [RESOURCES_LINE], [RESOURCES_LINE]);
    notApplicable(control, [key]);
  });
});
