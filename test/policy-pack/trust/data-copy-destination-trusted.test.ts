import { dataCopyDestinationTrusted as control } from "../../../policy-pack/controls/trust/data-copy-destination-trusted";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const OURS = "333333333333";
const STRANGER = "999999999999";
const bucket = declare("s3/bucket:Bucket", "replica", { bucket: "acme-replica" });
const replication = (destination: object) =>
  declare("s3/bucketReplicationConfig:BucketReplicationConfig", "copy", {
    bucket: "acme-data",
    rules: [{ destination }],
  });
const firehose = (props: Readonly<Record<string, unknown>>) =>
  declare("kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "out", props);
const subscription = (protocol: string, endpoint: unknown) =>
  declare("sns/topicSubscription:TopicSubscription", "sub", { topic: "arn", protocol, endpoint });
const lists = {
  settings: { trustedBuckets: { prod: ["acme-.*"] }, trustedHosts: ["siem.example.com", ".acme.example"] },
};

describe("data-copy-destination-trusted", () => {
  it("passes replication to a bucket and an account of the company", () => {
    passes(control, [bucket, replication({ bucket: ref(bucket, "arn"), account: OURS })]);
    passes(control, [replication({ bucket: "arn:aws:s3:::acme-other" })], lists);
    passes(control, [replication({ bucket: "arn:aws:s3:::any" })]);
  });

  it("refuses replication to a stranger's bucket or account, inline too", () => {
    violates(
      control,
      [replication({ bucket: "arn:aws:s3:::other" })],
      ["copy (s3/bucketReplicationConfig): rules[0].destination.bucket"],
      lists,
    );
    violates(
      control,
      [bucket, replication({ bucket: ref(bucket, "arn"), account: STRANGER })],
      ["copy (s3/bucketReplicationConfig): rules[0].destination.account"],
    );
    const inline = declare("s3/bucket:Bucket", "data", {
      replicationConfiguration: { rules: [{ destination: { bucket: "arn:aws:s3:::other" } }] },
    });
    violates(
      control,
      [inline],
      ["data (s3/bucket): replicationConfiguration.rules[0].destination.bucket"],
      lists,
    );
  });

  it("judges the targets of a stream", () => {
    passes(control, [firehose({ httpEndpointConfiguration: { url: "https://siem.example.com/in" } })], lists);
    passes(
      control,
      [firehose({ splunkConfiguration: { hecEndpoint: "https://a.acme.example:8088" } })],
      lists,
    );
    for (const [block, name, url] of [
      ["httpEndpointConfiguration", "url", "https://siem.example.com.evil.example/in"],
      ["httpEndpointConfiguration", "url", "https://siem.example.com@evil.example/in"],
      ["splunkConfiguration", "hecEndpoint", "https://evil.example:8088"],
      ["snowflakeConfiguration", "accountUrl", "https://x.snowflakecomputing.com"],
    ] as const) {
      violates(
        control,
        [firehose({ [block]: { [name]: url } })],
        [`out (kinesis/firehoseDeliveryStream): ${block}.${name}`],
        lists,
      );
    }
    violates(
      control,
      [firehose({ extendedS3Configuration: { bucketArn: "arn:aws:s3:::other" } })],
      ["out (kinesis/firehoseDeliveryStream): extendedS3Configuration.bucketArn"],
      lists,
    );
  });

  it("judges what takes logs, events and notifications on", () => {
    const arn = (account: string) => `arn:aws:sqs:eu-central-1:${account}:q`;
    for (const [type, path, props] of [
      [
        "cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
        "destinationArn",
        (a: string) => ({ destinationArn: a }),
      ],
      ["cloudwatch/eventTarget:EventTarget", "arn", (a: string) => ({ arn: a })],
      [
        "cloudwatch/eventTarget:EventTarget",
        "deadLetterConfig.arn",
        (a: string) => ({ deadLetterConfig: { arn: a } }),
      ],
      [
        "s3/bucketNotification:BucketNotification",
        "queues[0].queueArn",
        (a: string) => ({ queues: [{ queueArn: a }] }),
      ],
      ["pipes/pipe:Pipe", "target", (a: string) => ({ target: a })],
      ["datasync/task:Task", "destinationLocationArn", (a: string) => ({ destinationLocationArn: a })],
      [
        "cloudwatch/logAccountPolicy:LogAccountPolicy",
        "policyDocument.DestinationArn",
        (a: string) => ({ policyDocument: JSON.stringify({ DestinationArn: a }) }),
      ],
      ["cloudwatch/logDestination:LogDestination", "targetArn", (a: string) => ({ targetArn: a })],
      [
        "dynamodb/kinesisStreamingDestination:KinesisStreamingDestination",
        "streamArn",
        (a: string) => ({ streamArn: a }),
      ],
      ["ec2/flowLog:FlowLog", "logDestination", (a: string) => ({ logDestination: a })],
      [
        "lambda/function:Function",
        "deadLetterConfig.targetArn",
        (a: string) => ({ deadLetterConfig: { targetArn: a } }),
      ],
      ["oam/link:Link", "sinkIdentifier", (a: string) => ({ sinkIdentifier: a })],
      ["pipes/pipe:Pipe", "enrichment", (a: string) => ({ enrichment: a })],
      [
        "s3tables/tableReplication:TableReplication",
        "rule.destinations[0].destinationTableBucketArn",
        (a: string) => ({ rule: { destinations: [{ destinationTableBucketArn: a }] } }),
      ],
      ["scheduler/schedule:Schedule", "target.arn", (a: string) => ({ target: { arn: a } })],
      [
        "sqs/queue:Queue",
        "redrivePolicy.deadLetterTargetArn",
        (a: string) => ({ redrivePolicy: JSON.stringify({ deadLetterTargetArn: a }) }),
      ],
      [
        "wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
        "logDestinationConfigs[0]",
        (a: string) => ({ logDestinationConfigs: [a] }),
      ],
      [
        "lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
        "destinationConfig.onFailure.destination",
        (a: string) => ({ destinationConfig: { onFailure: { destination: a } } }),
      ],
    ] as const) {
      passes(control, [declare(type, "x", props(arn(OURS)))]);
      violates(
        control,
        [declare(type, "x", props(arn(STRANGER)))],
        [`x (${type.split(":")[0] ?? ""}): ${path}`],
      );
    }
  });

  it("judges subscriptions by protocol and address", () => {
    passes(control, [subscription("sqs", `arn:aws:sqs:eu-central-1:${OURS}:q`)]);
    passes(control, [subscription("email", "ops@acme.example")], lists);
    passes(control, [subscription("https", "https://siem.example.com/sns")], lists);
    violates(
      control,
      [subscription("lambda", `arn:aws:lambda:eu-central-1:${STRANGER}:function:f`)],
      ["sub (sns/topicSubscription): endpoint"],
    );
    violates(
      control,
      [subscription("email", "someone@mail.example")],
      ["sub (sns/topicSubscription): endpoint"],
      lists,
    );
    violates(
      control,
      [subscription("http", "http://siem.example.com/sns")],
      ["sub (sns/topicSubscription): protocol"],
      lists,
    );
    violates(control, [subscription("sms", "+4912345")], ["sub (sns/topicSubscription): protocol"]);
  });

  it("refuses a file server on the internet, said or by default, and a foreign host", () => {
    const server = (endpointType?: string) => declare("transfer/server:Server", "sftp", { endpointType });
    passes(control, [server("VPC")]);
    violates(control, [server()], ["sftp (transfer/server): endpointType"]);
    violates(control, [server("PUBLIC")], ["sftp (transfer/server): endpointType"]);
    const api = declare("cloudwatch/eventApiDestination:EventApiDestination", "hook", {
      invocationEndpoint: "https://webhook.site/x",
    });
    violates(control, [api], ["hook (cloudwatch/eventApiDestination): invocationEndpoint"], lists);
  });

  it("judges the bucket of a trail and of AWS Config, by name", () => {
    for (const [type, name] of [
      ["cloudtrail/trail:Trail", "cloudtrail/trail"],
      ["cfg/deliveryChannel:DeliveryChannel", "cfg/deliveryChannel"],
    ] as const) {
      const log = (s3BucketName: unknown) => declare(type, "log", { s3BucketName });
      passes(control, [log("acme-archive")], lists);
      passes(control, [log("any")]);
      passes(control, [bucket, log(ref(bucket, "bucket"))], {
        settings: { trustedBuckets: { prod: ["none"] } },
      });
      violates(control, [log("other")], [`log (${name}): s3BucketName`], lists);
      violates(control, [log("acme.archive")], [`log (${name}): s3BucketName`], lists);
    }
  });

  it("takes the beginning that AWS demands of buckets for the logs of web ACLs", () => {
    const logging = (name: string) =>
      declare("wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "log", {
        logDestinationConfigs: [`arn:aws:s3:::${name}`],
      });
    const found = ["log (wafv2/webAclLoggingConfiguration): logDestinationConfigs[0]"];
    passes(control, [logging("aws-waf-logs-acme-site")], lists);
    violates(control, [logging("aws-waf-logs-site")], found, lists);
    violates(control, [logging("aws-logs-acme-site")], found, lists);
  });

  it("judges where the analysis of a bucket is exported to", () => {
    const analysis = (s3BucketDestination: object) =>
      declare("s3/analyticsConfiguration:AnalyticsConfiguration", "classes", {
        bucket: "acme-data",
        storageClassAnalysis: { dataExport: { destination: { s3BucketDestination } } },
      });
    const at =
      "classes (s3/analyticsConfiguration): storageClassAnalysis.dataExport.destination.s3BucketDestination";
    passes(control, [analysis({ bucketArn: "arn:aws:s3:::acme-reports", bucketAccountId: OURS })], lists);
    violates(control, [analysis({ bucketArn: "arn:aws:s3:::other" })], [`${at}.bucketArn`], lists);
    violates(
      control,
      [analysis({ bucketArn: "arn:aws:s3:::acme-reports", bucketAccountId: STRANGER })],
      [`${at}.bucketAccountId`],
      lists,
    );
  });

  it("judges the buckets and services that a flow writes to", () => {
    const flow = (...destinationFlowConfigs: readonly object[]) =>
      declare("appflow/flow:Flow", "crm", {
        sourceFlowConfig: {
          connectorType: "S3",
          sourceConnectorProperties: { s3: { bucketName: "anybody's" } },
        },
        destinationFlowConfigs,
      });
    const into = (connectorType: string, properties: object, connectorProfileName?: unknown) => ({
      connectorType,
      connectorProfileName,
      destinationConnectorProperties: properties,
    });
    const profile = (instanceUrl: unknown) =>
      declare("appflow/connectorProfile:ConnectorProfile", "sales", {
        name: "sales",
        connectorProfileConfig: { connectorProfileProperties: { salesforce: { instanceUrl } } },
      });
    const at = (place: string) => [`crm (appflow/flow): destinationFlowConfigs${place}`];

    passes(control, [flow(into("S3", { s3: { bucketName: "acme-lake" } }))], lists);
    passes(control, [flow(into("EventBridge", { eventBridge: { object: "events" } }))], lists);
    const salesforce = into("Salesforce", { salesforce: { object: "Account" } }, "sales");
    passes(control, [profile("https://crm.acme.example"), flow(salesforce)], lists);

    const s3 = at("[0].destinationConnectorProperties.s3.bucketName");
    violates(control, [flow(into("S3", { s3: { bucketName: "other" } }))], s3, lists);
    const staging = into("Redshift", { redshift: { object: "sales", intermediateBucketName: "other" } });
    violates(
      control,
      [flow(into("S3", { s3: { bucketName: "acme-lake" } }), staging)],
      at("[1].destinationConnectorProperties.redshift.intermediateBucketName"),
      lists,
    );
    violates(control, [flow(salesforce)], at("[0].connectorType"), lists);
    violates(
      control,
      [profile("https://acme.evil.example"), flow(salesforce)],
      at("[0].connectorType"),
      lists,
    );
    const host = declare("random:index/randomPet:RandomPet", "host");
    defers(
      control,
      [host, profile(ref(host)), flow(salesforce)],
      at("[0].connectorType"),
      at("[0].connectorType"),
      lists,
    );
  });

  it("waits for an address that is not known", () => {
    const password = declare("random:index/randomPet:RandomPet", "host");
    defers(
      control,
      [password, subscription("https", ref(password))],
      ["sub (sns/topicSubscription): endpoint"],
      ["sub (sns/topicSubscription): endpoint"],
    );
  });

  it("waits for what another stack gives, a single destination or all of them", () => {
    const other = declare("pulumi:pulumi:StackReference", "other", {
      bucket: "arn:aws:s3:::anybody",
      rules: [{ destination: { bucket: "arn:aws:s3:::anybody", account: STRANGER } }],
      queue: { targetArn: `arn:aws:sqs:eu-central-1:${STRANGER}:dead` },
    });
    const whole = declare("s3/bucketReplicationConfig:BucketReplicationConfig", "copy", {
      bucket: "acme-data",
      rules: ref(other, "rules"),
    });
    const at = (path: string) => `copy (s3/bucketReplicationConfig): rules${path}`;
    const inRules = at("[0].destination.bucket");
    defers(control, [other, replication({ bucket: ref(other, "bucket") })], [inRules], [inRules], lists);
    defers(control, [other, whole], [at("")], [at("[0].destination.account"), inRules], lists);
    const late = declare("lambda/function:Function", "f", { deadLetterConfig: ref(other, "queue") });
    defers(
      control,
      [other, late],
      ["f (lambda/function): deadLetterConfig"],
      ["f (lambda/function): deadLetterConfig.targetArn"],
    );
  });

  it("has nothing to judge where nothing is sent", () =>
    notApplicable(control, [declare("kms/key:Key", "k")]));
});
