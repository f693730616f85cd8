import { forTypes, remediationOf, type Values } from "./defaults";

const NOTEBOOK = "aws:sagemaker/notebookInstance:NotebookInstance";
const TRAINING = "aws:sagemaker/trainingJob:TrainingJob";
const TUNING = "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob";

/** Takes root away from notebooks of which the program says nothing; SageMaker would give it. */
export const denyNotebookRoot = remediationOf({
  name: "remediate-notebook-root",
  controls: ["sm-notebook-no-root"],
  description: "Denies root on notebooks that say nothing of it.",
  fill: { [NOTEBOOK]: { rootAccess: "Disabled" } },
});

/** Takes the internet away from notebooks of which the program says nothing. Without a subnet SageMaker refuses it. */
export const denyNotebookInternet = remediationOf({
  name: "remediate-notebook-internet",
  controls: ["sm-notebook-no-direct-internet"],
  description: "Denies direct internet access to notebooks that have a subnet and say nothing of it.",
  fill: { [NOTEBOOK]: { directInternetAccess: "Disabled" } },
  where: ({ properties }) => properties.get("subnetId").state !== "unset",
});

/** Has notebooks take tokens only for their metadata. */
export const requireNotebookTokens = remediationOf({
  name: "remediate-notebook-imdsv2",
  controls: ["sm-notebook-imdsv2-and-platform"],
  description: "Requires version 2 of the metadata service of notebooks that say nothing of it.",
  fill: { [NOTEBOOK]: { "instanceMetadataServiceConfiguration.minimumInstanceMetadataServiceVersion": "2" } },
});

/** Keeps the traffic of Studio domains in the VPC. */
export const keepDomainsInVpc = remediationOf({
  name: "remediate-domain-vpc-only",
  controls: ["sm-domain-vpc-only"],
  description: "Keeps the traffic of Studio domains in their VPC, where they say nothing of it.",
  fill: { "aws:sagemaker/domain:Domain": { appNetworkAccessType: "VpcOnly" } },
});

/** Cuts models off from the network. */
export const isolateModels = remediationOf({
  name: "remediate-model-isolation",
  controls: ["sm-model-network-isolation"],
  description: "Cuts the containers of models off from the network, where the program says nothing of it.",
  fill: { "aws:sagemaker/model:Model": { enableNetworkIsolation: true } },
});

/** Closes the shell into inference containers. Left out it is closed. */
export const closeEndpointShells = remediationOf({
  name: "remediate-endpoint-shell",
  controls: ["sm-endpoint-no-shell-or-dumps"],
  description: "Closes the shell into the containers of endpoints.",
  correct: {
    "aws:sagemaker/endpointConfiguration:EndpointConfiguration": {
      "productionVariants[].enableSsmAccess": false,
      "shadowProductionVariants[].enableSsmAccess": false,
    },
  },
});

/** Cuts training and tuning jobs off from the network. */
export const isolateTraining = remediationOf({
  name: "remediate-training-isolation",
  controls: ["sm-training-network-isolation"],
  description: "Cuts training and tuning jobs off from the network, where they say nothing of it.",
  fill: inEveryJob({ enableNetworkIsolation: true }),
});

/** Encrypts what the instances of training and tuning jobs tell each other. */
export const encryptTrainingTraffic = remediationOf({
  name: "remediate-training-traffic",
  controls: ["sm-training-encryption"],
  description: "Encrypts the traffic between containers of training and tuning jobs that say nothing of it.",
  fill: inEveryJob({ enableInterContainerTrafficEncryption: true }),
});

/** Closes the shell into training jobs. Left out it is closed. */
export const closeTrainingShells = remediationOf({
  name: "remediate-training-debug",
  controls: ["sm-training-no-remote-debug"],
  description: "Closes the shell for debugging into training jobs.",
  correct: { [TRAINING]: { "remoteDebugConfig.enableRemoteDebug": false } },
});

const NETWORK = { enableNetworkIsolation: true, enableInterContainerTrafficEncryption: true };

/** Cuts monitoring jobs off from the network, and encrypts their traffic. */
export const isolateMonitoring = remediationOf({
  name: "remediate-monitoring-isolation",
  controls: ["sm-monitoring-isolated-encrypted"],
  description:
    "Cuts monitoring jobs off from the network and encrypts their traffic, where they say nothing of it.",
  fill: {
    "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition": under("networkConfig", NETWORK),
    "aws:sagemaker/monitoringSchedule:MonitoringSchedule": under(
      "monitoringScheduleConfig.monitoringJobDefinition.networkConfig",
      NETWORK,
    ),
  },
  // A schedule that names a definition of its own has no job here.
  where: ({ type, properties }) =>
    type !== "aws:sagemaker/monitoringSchedule:MonitoringSchedule" ||
    properties.get("monitoringScheduleConfig.monitoringJobDefinition").state !== "unset",
});

/** The values in a training job, and in each job that a tuning job defines. */
function inEveryJob(values: Values): Readonly<Record<string, Values>> {
  return {
    ...forTypes([TRAINING], values),
    // A list of one is how a single definition reads.
    [TUNING]: { ...under("trainingJobDefinition[]", values), ...under("trainingJobDefinitions[]", values) },
  };
}

function under(path: string, values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${path}.${name}`, value]));
}
