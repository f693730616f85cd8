import type { ServiceFacts } from "../resource-facts";

/** SageMaker AI, in whose ARNs names are lower case when AWS echoes them; this program's names always are. */
export const SAGEMAKER: ServiceFacts = {
  "aws:sagemaker/domain:Domain": {
    id: "d-{lower:12}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:domain/{id}",
    outputs: {
      homeEfsFileSystemId: "fs-{hex:17}",
      securityGroupIdForDomainBoundary: "sg-{hex:17}",
      singleSignOnApplicationArn: "",
      singleSignOnManagedApplicationInstanceId: "",
      url: "https://{id}.studio.{region}.sagemaker.aws",
    },
  },
  "aws:sagemaker/userProfile:UserProfile": {
    id: "arn:{partition}:sagemaker:{region}:{account}:user-profile/{domainId}/{userProfileName}",
    arn: "{id}",
    outputs: { homeEfsFileSystemUid: "200005" },
  },
  "aws:sagemaker/space:Space": {
    id: "arn:{partition}:sagemaker:{region}:{account}:space/{domainId}/{spaceName}",
    arn: "{id}",
    outputs: {
      homeEfsFileSystemUid: "200005",
      url: "https://{domainId}.studio.{region}.sagemaker.aws/spaces/{spaceName}",
    },
  },
  "aws:sagemaker/app:App": {
    id: "arn:{partition}:sagemaker:{region}:{account}:app/{domainId}/{userProfileName|spaceName}/{appType}/{appName}",
    arn: "{id}",
  },
  "aws:sagemaker/appImageConfig:AppImageConfig": {
    id: "{appImageConfigName}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:app-image-config/{id}",
    unique: "account",
  },
  "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig": {
    id: "{studioLifecycleConfigName}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:studio-lifecycle-config/{id}",
    unique: "account",
  },
  "aws:sagemaker/notebookInstance:NotebookInstance": {
    id: "{name}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:notebook-instance/{name}",
    outputs: {
      networkInterfaceId: "eni-{hex:17}",
      url: "{name}-{lower:4}.notebook.{region}.sagemaker.aws",
      platformIdentifier: "notebook-al2023-v1",
    },
    unique: "account",
  },
  "aws:sagemaker/notebookInstanceLifecycleConfiguration:NotebookInstanceLifecycleConfiguration": {
    id: "{name}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:notebook-instance-lifecycle-config/{name}",
    unique: "account",
  },
  "aws:sagemaker/model:Model": {
    id: "{name}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:model/{name}",
    unique: "account",
  },
  "aws:sagemaker/endpointConfiguration:EndpointConfiguration": {
    id: "{name}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:endpoint-config/{name}",
    unique: "account",
  },
  "aws:sagemaker/endpoint:Endpoint": {
    id: "{name}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:endpoint/{name}",
    unique: "account",
  },
  "aws:sagemaker/featureGroup:FeatureGroup": {
    id: "{featureGroupName}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:feature-group/{featureGroupName}",
    unique: "account",
  },
  "aws:sagemaker/modelPackageGroup:ModelPackageGroup": {
    id: "{modelPackageGroupName}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:model-package-group/{modelPackageGroupName}",
    unique: "account",
  },
  "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy": { id: "{modelPackageGroupName}" },
  "aws:sagemaker/pipeline:Pipeline": {
    id: "{pipelineName}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:pipeline/{pipelineName}",
    unique: "account",
  },
  "aws:sagemaker/project:Project": {
    id: "{projectName}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:project/{projectName}",
    outputs: { projectId: "p-{lower:12}" },
    unique: "account",
  },
  "aws:sagemaker/image:Image": {
    id: "{imageName}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:image/{imageName}",
    unique: "account",
  },
  "aws:sagemaker/codeRepository:CodeRepository": {
    id: "{codeRepositoryName}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:code-repository/{codeRepositoryName}",
    unique: "account",
  },
  "aws:sagemaker/monitoringSchedule:MonitoringSchedule": {
    id: "{name}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:monitoring-schedule/{name}",
    unique: "account",
  },
  "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition": {
    id: "{name}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:data-quality-job-definition/{name}",
    unique: "account",
  },
  "aws:sagemaker/mlflowTrackingServer:MlflowTrackingServer": {
    id: "{trackingServerName}",
    arn: "arn:{partition}:sagemaker:{region}:{account}:mlflow-tracking-server/{trackingServerName}",
    unique: "account",
  },
  "aws:sagemaker/servicecatalogPortfolioStatus:ServicecatalogPortfolioStatus": { id: "{region}" },
};
