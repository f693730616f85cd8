/**
 * Types that put something of their own into subnets, by the input that names these: what computes, and what keeps
 * data. What only leads somewhere is none of them: load balancers, gateways, endpoints, resolvers, firewalls.
 */
export const PLACED: Readonly<Record<string, readonly string[]>> = {
  // Containers, functions and builds
  "aws:apprunner/vpcConnector:VpcConnector": ["subnets"],
  "aws:cloudwatch/eventTarget:EventTarget": ["ecsTarget"],
  "aws:codebuild/fleet:Fleet": ["vpcConfigs"],
  "aws:codebuild/project:Project": ["vpcConfig"],
  "aws:ecs/expressGatewayService:ExpressGatewayService": ["networkConfigurations"],
  "aws:ecs/service:Service": ["networkConfiguration"],
  "aws:ecs/taskSet:TaskSet": ["networkConfiguration"],
  "aws:eks/cluster:Cluster": ["vpcConfig"],
  "aws:eks/fargateProfile:FargateProfile": ["subnetIds"],
  "aws:lambda/capacityProvider:CapacityProvider": ["vpcConfig"],
  "aws:lambda/function:Function": ["vpcConfig"],
  "aws:pipes/pipe:Pipe": ["sourceParameters", "targetParameters"],
  "aws:scheduler/schedule:Schedule": ["target"],
  "aws:synthetics/canary:Canary": ["vpcConfig"],

  // Machine learning
  "aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime": ["networkConfiguration"],
  "aws:bedrock/agentcoreBrowser:AgentcoreBrowser": ["networkConfiguration"],
  "aws:bedrock/agentcoreCodeInterpreter:AgentcoreCodeInterpreter": ["networkConfiguration"],
  "aws:bedrock/agentcoreHarness:AgentcoreHarness": ["environments"],
  "aws:bedrock/customModel:CustomModel": ["vpcConfig"],
  "aws:bedrockmodel/invocationJob:InvocationJob": ["vpcConfig"],
  "aws:comprehend/documentClassifier:DocumentClassifier": ["vpcConfig"],
  "aws:comprehend/entityRecognizer:EntityRecognizer": ["vpcConfig"],
  "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition": ["networkConfig"],
  "aws:sagemaker/domain:Domain": ["subnetIds"],
  "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob": [
    "trainingJobDefinition",
    "trainingJobDefinitions",
  ],
  "aws:sagemaker/labelingJob:LabelingJob": ["labelingJobAlgorithmsConfig"],
  "aws:sagemaker/model:Model": ["vpcConfig"],
  "aws:sagemaker/monitoringSchedule:MonitoringSchedule": ["monitoringScheduleConfig"],
  "aws:sagemaker/notebookInstance:NotebookInstance": ["subnetId"],
  "aws:sagemaker/trainingJob:TrainingJob": ["vpcConfig"],
  "aws:sagemaker/workforce:Workforce": ["workforceVpcConfig"],

  // Data processing
  "aws:emr/studio:Studio": ["subnetIds"],
  "aws:emrserverless/application:Application": ["networkConfiguration"],
  "aws:finspace/kxCluster:KxCluster": ["vpcConfiguration"],
  "aws:glue/connection:Connection": ["physicalConnectionRequirements"],
  "aws:glue/devEndpoint:DevEndpoint": ["subnetId"],
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": [
    "elasticsearchConfiguration",
    "opensearchConfiguration",
    "opensearchserverlessConfiguration",
  ],
  "aws:kinesisanalyticsv2/application:Application": ["applicationConfiguration"],
  "aws:mskconnect/connector:Connector": ["kafkaCluster"],
  "aws:mwaa/environment:Environment": ["networkConfiguration"],
  "aws:opensearchingest/pipeline:Pipeline": ["vpcOptions"],
  "aws:quicksight/vpcConnection:VpcConnection": ["subnetIds"],

  // File systems
  "aws:efs/mountTarget:MountTarget": ["subnetId"],
  "aws:fsx/fileCache:FileCache": ["subnetIds"],
  "aws:fsx/lustreFileSystem:LustreFileSystem": ["subnetIds"],
  "aws:fsx/ontapFileSystem:OntapFileSystem": ["subnetIds"],
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": ["subnetIds"],
  "aws:fsx/windowsFileSystem:WindowsFileSystem": ["subnetIds"],
  "aws:s3/filesMountTarget:FilesMountTarget": ["subnetId"],

  // Databases, most of them by a group of subnets, and brokers
  "aws:cloudhsmv2/cluster:Cluster": ["subnetIds"],
  "aws:dax/subnetGroup:SubnetGroup": ["subnetIds"],
  "aws:dms/replicationSubnetGroup:ReplicationSubnetGroup": ["subnetIds"],
  "aws:docdb/subnetGroup:SubnetGroup": ["subnetIds"],
  "aws:docdb/elasticCluster:ElasticCluster": ["subnetIds"],
  "aws:elasticache/serverlessCache:ServerlessCache": ["subnetIds"],
  "aws:elasticache/subnetGroup:SubnetGroup": ["subnetIds"],
  "aws:elasticsearch/domain:Domain": ["vpcOptions"],
  "aws:memorydb/subnetGroup:SubnetGroup": ["subnetIds"],
  "aws:mq/broker:Broker": ["subnetIds"],
  "aws:msk/cluster:Cluster": ["brokerNodeGroupInfo"],
  "aws:msk/serverlessCluster:ServerlessCluster": ["vpcConfigs"],
  "aws:neptune/subnetGroup:SubnetGroup": ["subnetIds"],
  "aws:opensearch/domain:Domain": ["vpcOptions"],
  "aws:rds/proxy:Proxy": ["vpcSubnetIds"],
  "aws:rds/subnetGroup:SubnetGroup": ["subnetIds"],
  "aws:redshift/subnetGroup:SubnetGroup": ["subnetIds"],
  "aws:redshiftserverless/workgroup:Workgroup": ["subnetIds"],
  "aws:timestreaminfluxdb/dbCluster:DbCluster": ["vpcSubnetIds"],
  "aws:timestreaminfluxdb/dbInstance:DbInstance": ["vpcSubnetIds"],

  // Where people and migrations work
  "aws:appstream/fleet:Fleet": ["vpcConfig"],
  "aws:appstream/imageBuilder:ImageBuilder": ["vpcConfig"],
  "aws:directoryservice/directory:Directory": ["connectSettings", "vpcSettings"],
  "aws:grafana/workspace:Workspace": ["vpcConfiguration"],
  "aws:m2/environment:Environment": ["subnetIds"],
  "aws:workspaces/directory:Directory": ["subnetIds"],
};
