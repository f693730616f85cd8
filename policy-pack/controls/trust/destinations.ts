/** Where a type sends data to other places of AWS, as the names of properties that hold ARNs, wherever they stand. */
export const ARN_DESTINATIONS: Readonly<Record<string, readonly string[]>> = {
  "aws:cloudwatch/eventTarget:EventTarget": ["arn"],
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": ["destinationArn"],
  "aws:cloudwatch/metricStream:MetricStream": ["firehoseArn"],
  "aws:datasync/s3Location:S3Location": ["s3BucketArn"],
  "aws:datasync/task:Task": ["destinationLocationArn"],
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": ["bucketArn"],
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": ["destination"],
  "aws:pipes/pipe:Pipe": ["target"],
  "aws:s3/analyticsConfiguration:AnalyticsConfiguration": ["bucketAccountId", "bucketArn"],
  "aws:s3/bucket:Bucket": ["bucket", "account"],
  "aws:s3/bucketNotification:BucketNotification": ["lambdaFunctionArn", "queueArn", "topicArn"],
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": ["account", "bucket"],
  "aws:s3/inventory:Inventory": ["accountId", "bucketArn"],
};

/** The inputs of those types within which only they count; others of the resource name what it is itself. */
export const ARN_INPUTS: Readonly<Record<string, readonly string[]>> = {
  "aws:cloudwatch/eventTarget:EventTarget": ["arn", "deadLetterConfig"],
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": ["destinationConfig"],
  "aws:s3/analyticsConfiguration:AnalyticsConfiguration": ["storageClassAnalysis"],
  "aws:s3/bucket:Bucket": ["replicationConfiguration", "replicationConfigurations"],
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": ["rules"],
  "aws:s3/inventory:Inventory": ["destination"],
};

/** Where a type sends data to a bucket that it names, as the names of properties, and the inputs within which they count. */
export const BUCKET_DESTINATIONS: Readonly<
  Record<string, { readonly inputs: readonly string[]; readonly names: readonly string[] }>
> = {
  "aws:appflow/flow:Flow": {
    inputs: ["destinationFlowConfigs"],
    names: ["bucketName", "intermediateBucketName"],
  },
  "aws:cfg/deliveryChannel:DeliveryChannel": { inputs: ["s3BucketName"], names: ["s3BucketName"] },
  "aws:cloudtrail/trail:Trail": { inputs: ["s3BucketName"], names: ["s3BucketName"] },
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
