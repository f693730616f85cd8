/** Where a type sends data to other places of AWS, as the names of properties that hold ARNs, wherever they stand. */
export const ARN_DESTINATIONS: Readonly<Record<string, readonly string[]>> = {
  "aws:apigateway/stage:Stage": ["destinationArn"],
  "aws:apigatewayv2/stage:Stage": ["destinationArn"],
  "aws:cloudfront/realtimeLogConfig:RealtimeLogConfig": ["streamArn"],
  "aws:cloudwatch/eventEndpoint:EventEndpoint": ["eventBusArn"],
  "aws:cloudwatch/eventTarget:EventTarget": ["arn"],
  "aws:cloudwatch/logAccountPolicy:LogAccountPolicy": ["DestinationArn"],
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": ["destinationResourceArn"],
  "aws:cloudwatch/logDestination:LogDestination": ["targetArn"],
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": ["destinationArn"],
  "aws:cloudwatch/metricStream:MetricStream": ["firehoseArn"],
  "aws:codecommit/trigger:Trigger": ["destinationArn"],
  "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration": ["bucketArn", "logGroupArn", "streamArn"],
  "aws:datasync/s3Location:S3Location": ["s3BucketArn"],
  "aws:datasync/task:Task": ["destinationLocationArn"],
  "aws:dms/endpoint:Endpoint": ["streamArn"],
  "aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination": ["streamArn"],
  "aws:dynamodb/tableExport:TableExport": ["s3BucketOwner"],
  "aws:ec2/flowLog:FlowLog": ["logDestination"],
  "aws:guardduty/publishingDestination:PublishingDestination": ["destinationArn"],
  "aws:iot/topicRule:TopicRule": ["functionArn", "targetArn"],
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": ["bucketArn", "domainArn", "parameterValue"],
  "aws:lambda/eventSourceMapping:EventSourceMapping": ["destinationArn"],
  "aws:lambda/function:Function": ["targetArn"],
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": ["destination"],
  "aws:oam/link:Link": ["sinkIdentifier"],
  "aws:observabilityadmin/centralizationRuleForOrganization:CentralizationRuleForOrganization": ["account"],
  "aws:pinpoint/eventStream:EventStream": ["destinationStreamArn"],
  "aws:pipes/pipe:Pipe": ["deliveryStreamArn", "enrichment", "logGroupArn", "target"],
  "aws:qldb/stream:Stream": ["streamArn"],
  "aws:rds/integration:Integration": ["targetArn"],
  "aws:redshift/integration:Integration": ["targetArn"],
  "aws:route53/queryLog:QueryLog": ["cloudwatchLogGroupArn"],
  "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": ["destinationArn"],
  "aws:s3/analyticsConfiguration:AnalyticsConfiguration": ["bucketAccountId", "bucketArn"],
  "aws:s3/bucket:Bucket": ["account", "accountId", "bucket"],
  "aws:s3/bucketNotification:BucketNotification": ["lambdaFunctionArn", "queueArn", "topicArn"],
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": ["account", "bucket"],
  "aws:s3/bucketV2:BucketV2": ["account", "bucket"],
  "aws:s3/inventory:Inventory": ["accountId", "bucketArn"],
  "aws:s3control/storageLensConfiguration:StorageLensConfiguration": ["accountId", "arn"],
  "aws:s3tables/tableBucketReplication:TableBucketReplication": ["destinationTableBucketArn"],
  "aws:s3tables/tableReplication:TableReplication": ["destinationTableBucketArn"],
  "aws:scheduler/schedule:Schedule": ["arn"],
  "aws:ses/eventDestination:EventDestination": ["streamArn", "topicArn"],
  "aws:ses/receiptRule:ReceiptRule": ["functionArn", "topicArn"],
  "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination": [
    "deliveryStreamArn",
    "eventBusArn",
    "topicArn",
  ],
  "aws:sns/topicSubscription:TopicSubscription": ["deadLetterTargetArn"],
  "aws:sqs/queue:Queue": ["deadLetterTargetArn"],
  "aws:sqs/redrivePolicy:RedrivePolicy": ["deadLetterTargetArn"],
  "aws:vpclattice/accessLogSubscription:AccessLogSubscription": ["destinationArn"],
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": ["logDestinationConfigs"],
};

/** The inputs of those types within which only they count; others of the resource name what it is itself. */
export const ARN_INPUTS: Readonly<Record<string, readonly string[]>> = {
  "aws:cloudwatch/eventTarget:EventTarget": ["arn", "deadLetterConfig"],
  "aws:lambda/function:Function": ["deadLetterConfig"],
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": ["destinationConfig"],
  "aws:s3/analyticsConfiguration:AnalyticsConfiguration": ["storageClassAnalysis"],
  "aws:s3/bucket:Bucket": ["replicationConfiguration", "replicationConfigurations"],
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": ["rules"],
  "aws:s3/bucketV2:BucketV2": ["replicationConfigurations"],
  "aws:s3/inventory:Inventory": ["destination"],
  "aws:s3control/storageLensConfiguration:StorageLensConfiguration": ["storageLensConfiguration"],
  "aws:scheduler/schedule:Schedule": ["target"],
  "aws:sns/topicSubscription:TopicSubscription": ["redrivePolicy"],
  "aws:sqs/queue:Queue": ["redrivePolicy"],
};

/** Where a type sends data to a host outside AWS, as the paths of properties that hold URLs or host names. */
export const HOST_DESTINATIONS: Readonly<Record<string, readonly string[]>> = {
  "aws:cloudwatch/eventApiDestination:EventApiDestination": ["invocationEndpoint"],
  "aws:datasync/locationAzureBlob:LocationAzureBlob": ["containerUrl"],
  "aws:datasync/locationObjectStorage:LocationObjectStorage": ["serverHostname"],
  "aws:datasync/locationSmb:LocationSmb": ["serverHostname"],
  "aws:datasync/nfsLocation:NfsLocation": ["serverHostname"],
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": [
    "httpEndpointConfiguration.url",
    "splunkConfiguration.hecEndpoint",
    "snowflakeConfiguration.accountUrl",
  ],
  "aws:transfer/connector:Connector": ["url"],
};

/** The host of a URL, of a host name, or of a mail address. */
export function hostOf(text: string): string {
  const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/]*@)?(\[[^\]]*\]|[^:/?#]+)/i.exec(text.trim())?.[1] ?? "";
  return host.toLowerCase();
}

/** Whether a host is one of the trusted, or beneath one that begins with a dot. */
export function isTrustedHost(host: string, trusted: readonly string[]): boolean {
  return trusted.some((entry) => {
    const own = entry.toLowerCase();
    return own === host || (own.startsWith(".") && (host.endsWith(own) || host === own.slice(1)));
  });
}
