import { controlPlaneLogsOn as control } from "../../../policy-pack/controls/audit/control-plane-logs-on";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";

const CLUSTER_LOGS = ["api", "audit", "authenticator", "controllerManager", "scheduler"];
const cluster = (enabledClusterLogTypes?: unknown) =>
  declare("eks/cluster:Cluster", "x", { enabledClusterLogTypes });
const balancer = (props: object, type = "lb/loadBalancer:LoadBalancer") => declare(type, "x", { ...props });
const logs = declare("s3/bucket:Bucket", "logs");
const group = declare("cloudwatch/logGroup:LogGroup", "group");

describe("control-plane-logs-on", () => {
  it("wants all five logs of a cluster", () => {
    passes(control, [cluster(CLUSTER_LOGS)]);
    violates(control, [cluster()], ["x (eks/cluster): enabledClusterLogTypes"]);
    violates(control, [cluster(CLUSTER_LOGS.slice(1))], ["x (eks/cluster): enabledClusterLogTypes"]);
    const types = declare("ssm/parameter:Parameter", "p", { value: ["api"] });
    const found = ["x (eks/cluster): enabledClusterLogTypes"];
    defers(control, [types, cluster(ref(types, "value"))], found, found);
  });

  it("wants the access logs of a load balancer, which are off while only a bucket is named", () => {
    passes(control, [logs, balancer({ accessLogs: { bucket: ref(logs), enabled: true } })]);
    passes(control, [balancer({ loadBalancerType: "gateway" })]);
    violates(control, [balancer({})], ["x (lb/loadBalancer): accessLogs.enabled"]);
    violates(
      control,
      [logs, balancer({ accessLogs: { bucket: ref(logs) } })],
      ["x (lb/loadBalancer): accessLogs.enabled"],
    );
    violates(
      control,
      [
        logs,
        balancer({ accessLogs: { bucket: ref(logs), enabled: false } }, "alb/loadBalancer:LoadBalancer"),
      ],
      ["x (alb/loadBalancer): accessLogs.enabled"],
    );
    const CLASSIC = "elb/loadBalancer:LoadBalancer";
    passes(control, [logs, balancer({ accessLogs: { bucket: ref(logs) } }, CLASSIC)]);
    violates(control, [balancer({}, CLASSIC)], ["x (elb/loadBalancer): accessLogs.enabled"]);
    violates(
      control,
      [logs, balancer({ accessLogs: { bucket: ref(logs), enabled: false } }, CLASSIC)],
      ["x (elb/loadBalancer): accessLogs.enabled"],
    );
  });

  it("wants the calls of an API in a log", () => {
    for (const type of ["apigateway/stage:Stage", "apigatewayv2/stage:Stage"]) {
      const line = [`x (${type.split(":")[0] ?? ""}): accessLogSettings.destinationArn`];
      const destinationArn = ref(group, "arn");
      passes(control, [group, declare(type, "x", { accessLogSettings: { destinationArn, format: "{}" } })]);
      violates(control, [declare(type, "x")], line);
      violates(control, [declare(type, "x", { accessLogSettings: { destinationArn: "" } })], line);
    }
  });

  it("wants the logs of a database", () => {
    for (const [type, property] of [
      ["docdb/cluster:Cluster", "enabledCloudwatchLogsExports"],
      ["neptune/cluster:Cluster", "enableCloudwatchLogsExports"],
      ["rds/cluster:Cluster", "enabledCloudwatchLogsExports"],
      ["rds/instance:Instance", "enabledCloudwatchLogsExports"],
    ] as const) {
      const line = [`x (${type.split(":")[0] ?? ""}): ${property}`];
      passes(control, [declare(type, "x", { [property]: ["audit"] })]);
      violates(control, [declare(type, "x", { [property]: [] })], line);
      violates(control, [declare(type, "x")], line);
    }
  });

  it("wants Kafka's brokers to log somewhere", () => {
    const line = ["x (msk/cluster): loggingInfo.brokerLogs"];
    const kafka = (brokerLogs: object) =>
      declare("msk/cluster:Cluster", "x", { loggingInfo: { brokerLogs } });
    for (const destination of ["cloudwatchLogs", "firehose", "s3"]) {
      passes(control, [kafka({ [destination]: { enabled: true } })]);
      violates(control, [kafka({ [destination]: { enabled: false } })], line);
    }
    violates(control, [declare("msk/cluster:Cluster", "x")], line);
    const value = declare("made/up:Value", "v", { on: false });
    defers(control, [value, kafka({ s3: { enabled: ref(value, "on") } })], line, line);
  });

  it("wants every event of a state machine, and its trace", () => {
    const machine = (level: string, enabled: boolean) =>
      declare("sfn/stateMachine:StateMachine", "x", {
        loggingConfiguration: { level, logDestination: ref(group, "arn") },
        tracingConfiguration: { enabled },
      });
    passes(control, [group, machine("ALL", true)]);
    violates(control, [group, machine("ERROR", true)], ["x (sfn/stateMachine): loggingConfiguration.level"]);
    violates(control, [group, machine("ALL", false)], ["x (sfn/stateMachine): tracingConfiguration.enabled"]);
    violates(
      control,
      [declare("sfn/stateMachine:StateMachine", "x")],
      [
        "loggingConfiguration.level",
        "loggingConfiguration.logDestination",
        "tracingConfiguration.enabled",
      ].map((property) => `x (sfn/stateMachine): ${property}`),
    );
  });

  it("wants a search domain's audit and slow logs, switched on", () => {
    const domain = (...options: readonly object[]) =>
      declare("opensearch/domain:Domain", "x", { logPublishingOptions: options });
    const all = ["AUDIT_LOGS", "INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS"].map((logType) => ({ logType }));
    passes(control, [domain(...all)]);
    const found = ["x (opensearch/domain): logPublishingOptions"];
    violates(control, [domain()], found);
    violates(control, [domain(...all.slice(1))], found);
    violates(control, [domain(...all.slice(1), { logType: "AUDIT_LOGS", enabled: false })], found);
  });

  it("wants the logging of web ACLs and firewalls, which are resources of their own", () => {
    const acl = declare("wafv2/webAcl:WebAcl", "acl", { arn: "arn:acl" });
    const aclLogs = (destinations: readonly unknown[]) =>
      declare("wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "logs", {
        resourceArn: ref(acl, "arn"),
        logDestinationConfigs: destinations,
      });
    passes(control, [acl, group, aclLogs([ref(group, "arn")])]);
    violates(control, [acl], ["acl (wafv2/webAcl): loggingConfiguration"]);
    violates(control, [acl, aclLogs([])], ["logs (wafv2/webAclLoggingConfiguration): logDestinationConfigs"]);
    const firewall = declare("networkfirewall/firewall:Firewall", "fw", { arn: "arn:fw" });
    const firewallLogs = (...kinds: readonly string[]) =>
      declare("networkfirewall/loggingConfiguration:LoggingConfiguration", "logs", {
        firewallArn: ref(firewall, "arn"),
        loggingConfiguration: { logDestinationConfigs: kinds.map((logType) => ({ logType })) },
      });
    passes(control, [firewall, firewallLogs("ALERT", "FLOW")]);
    violates(control, [firewall], ["fw (networkfirewall/firewall): loggingConfiguration"]);
    violates(
      control,
      [firewall, firewallLogs("ALERT")],
      ["logs (networkfirewall/loggingConfiguration): loggingConfiguration.logDestinationConfigs"],
    );
  });

  it("has nothing to judge without any of them", () => notApplicable(control, [logs]));
});
