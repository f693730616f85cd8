import type { Statement } from "../../iam/statement";
import { type Guardrail, holdsWhen, type Line, onEverything } from "./guardrail";

/** What SageMaker runs outside every network of the company unless it is told subnets and security groups. */
const IN_A_NETWORK = [
  "sagemaker:CreateAutoMLJob",
  "sagemaker:CreateAutoMLJobV2",
  "sagemaker:CreateDomain",
  "sagemaker:CreateHyperParameterTuningJob",
  "sagemaker:CreateModel",
  "sagemaker:CreateNotebookInstance",
  "sagemaker:CreateProcessingJob",
  "sagemaker:CreateTrainingJob",
];

const key = (name: string): RegExp => new RegExp(`^sagemaker:${name}$`, "i");

/** A request without a value. */
const without = (name: string): Line => ({ operator: /^null$/i, key: key(name), value: /^true$/i });

/** A request that says no, or nothing where nothing means no. */
const saysNo = (name: string): Line => ({
  operator: /^bool(ifexists)?$/i,
  key: key(name),
  value: /^false$/i,
});

/** A request that says anything but a value. */
const saysOtherThan = (name: string, value: string): Line => ({
  operator: /^stringnotequals(ignorecase)?(ifexists)?$/i,
  key: key(name),
  value: new RegExp(`^${value}$`, "i"),
});

/** A statement on every resource that holds under these conditions alone. */
const when =
  (...lines: readonly Line[]) =>
  (statement: Statement): boolean =>
    onEverything(statement) && holdsWhen(statement, lines);

/** The least that service control policies demand of SageMaker, in the accounts in which teams work. */
export const MACHINE_LEARNING_BASELINE: readonly Guardrail[] = [
  {
    finding: "sagemaker-outside-vpc",
    required: "a Deny on SageMaker jobs, models and notebooks when sagemaker:VpcSubnets is not given",
    actions: IN_A_NETWORK,
    fits: when(without("VpcSubnets")),
  },
  {
    finding: "sagemaker-without-security-groups",
    required:
      "a Deny on SageMaker jobs, models and notebooks when sagemaker:VpcSecurityGroupIds is not given",
    actions: IN_A_NETWORK,
    fits: when(without("VpcSecurityGroupIds")),
  },
  {
    finding: "sagemaker-network-isolation",
    required: "a Deny on SageMaker jobs and models without network isolation",
    actions: [
      "sagemaker:CreateHyperParameterTuningJob",
      "sagemaker:CreateModel",
      "sagemaker:CreateProcessingJob",
      "sagemaker:CreateTrainingJob",
    ],
    fits: when(saysNo("NetworkIsolation")),
  },
  {
    finding: "sagemaker-traffic-encryption",
    required: "a Deny on SageMaker jobs without encryption between their containers",
    actions: [
      "sagemaker:CreateHyperParameterTuningJob",
      "sagemaker:CreateProcessingJob",
      "sagemaker:CreateTrainingJob",
    ],
    fits: when(saysNo("InterContainerTrafficEncryption")),
  },
  {
    finding: "notebook-internet",
    required: 'a Deny on notebooks whose sagemaker:DirectInternetAccess is not "Disabled"',
    actions: ["sagemaker:CreateNotebookInstance"],
    fits: when(saysOtherThan("DirectInternetAccess", "Disabled")),
  },
  {
    finding: "notebook-root",
    required: 'a Deny on notebooks whose sagemaker:RootAccess is not "Disabled"',
    actions: ["sagemaker:CreateNotebookInstance"],
    fits: when(saysOtherThan("RootAccess", "Disabled")),
  },
  {
    finding: "notebook-root-later",
    required: 'a Deny on changing a notebook\'s sagemaker:RootAccess to "Enabled"',
    actions: ["sagemaker:UpdateNotebookInstance"],
    // A change that says nothing of root access leaves it as it was, so that either form is whole.
    fits: (statement) =>
      when({ operator: /^stringequals/i, key: key("RootAccess"), value: /^Enabled$/i })(statement) ||
      when(saysOtherThan("RootAccess", "Disabled"))(statement),
  },
  {
    finding: "domain-internet",
    required: 'a Deny on domains whose sagemaker:AppNetworkAccessType is not "VpcOnly"',
    actions: ["sagemaker:CreateDomain"],
    fits: when(saysOtherThan("AppNetworkAccessType", "VpcOnly")),
  },
  {
    finding: "sagemaker-volume-keys",
    required: "a Deny on SageMaker's volumes without a key of the company's",
    actions: [
      "sagemaker:CreateDomain",
      "sagemaker:CreateEndpointConfig",
      "sagemaker:CreateHyperParameterTuningJob",
      "sagemaker:CreateNotebookInstance",
      "sagemaker:CreateProcessingJob",
      "sagemaker:CreateTrainingJob",
      "sagemaker:CreateTransformJob",
    ],
    fits: when(without("VolumeKmsKey(Arn)?"), {
      // SageMaker refuses a volume key for machines with disks of their own.
      operator: /^ForAnyValue:StringNotLike$/i,
      key: key("InstanceTypes"),
      value: /^ml\.(\*d\*|[a-z]\w*)\.\*$/,
      optional: true,
    }),
  },
];
