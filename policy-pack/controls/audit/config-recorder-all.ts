import {
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  isFalse,
  isTrue,
  mustBe,
  mustBeCustomerKey,
  type Node,
  violation,
} from "../../core";
import { accountOf } from "../../iam/account";
import { accountsSetUp } from "../../topology/accounts";

const RECORDER = "aws:cfg/recorder:Recorder";
const STATUS = "aws:cfg/recorderStatus:RecorderStatus";
const CHANNEL = "aws:cfg/deliveryChannel:DeliveryChannel";

export const configRecorderAll: GraphControl = {
  kind: "graph",
  name: "config-recorder-all",
  description:
    "AWS Config records all types of resources in every account, is switched on, and delivers encrypted.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Without the recorder nobody can tell how a resource was set when something happened, and Security Hub judges nothing.",
  fix: {
    text: "Make the recorder, the delivery channel and the status, and record all types, global ones too.",
    code: `const recorder = new cfg.Recorder("all", {
  roleArn: role.arn, recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
});
new cfg.DeliveryChannel("all", { s3BucketName: audit.id, s3KmsKeyArn: key.arn });
new cfg.RecorderStatus("all", { name: recorder.name, isEnabled: true });`,
  },
  frameworks: {
    cis: ["4.3"],
    nist: ["AU-2", "AU-12"],
    fsbp: ["Config.1"],
    checkov: ["CKV_AWS_121", "CKV2_AWS_45", "CKV2_AWS_48"],
  },
  check: (graph, { settings }) => {
    const recorders = graph.byType(RECORDER);
    const channels = graph.byType(CHANNEL);
    const due = settings.organizationServices.includes("config") ? [] : accountsSetUp(graph);
    if (recorders.length + channels.length + due.length === 0) return "not-applicable";
    const without = due.filter((account) => account.byType(RECORDER).length === 0);
    return [
      ...without.map(({ node }) =>
        violation(node, "recorder", "no Config recorder in this account", "a Recorder of all types"),
      ),
      ...recorders.flatMap((recorder) => judgeRecorder(graph, recorder)),
      ...channels.flatMap((channel) => mustBeCustomerKey(channel, "s3KmsKeyArn")),
    ];
  },
};

function judgeRecorder(graph: Graph, recorder: Node): readonly Finding[] {
  return [...judgeGroup(recorder), ...judgeStatus(graph, recorder), ...judgeChannel(graph, recorder)];
}

/** All types are recorded unless some are named or left out; global ones are not, unless it is said. */
function judgeGroup(recorder: Node): readonly Finding[] {
  const at = "recordingGroup";
  const isNotOff = (value: unknown) => !isFalse(value);
  return [
    ...mustBe(recorder, `${at}.allSupported`, isNotOff, "true", { unset: true }),
    ...mustBe(recorder, `${at}.includeGlobalResourceTypes`, isTrue, "true"),
    ...["resourceTypes", "exclusionByResourceTypes"].flatMap((name) =>
      mustBeEmpty(recorder, `${at}.${name}`),
    ),
  ];
}

function mustBeEmpty(recorder: Node, property: string): readonly Finding[] {
  const list = recorder.properties.list(property);
  if (list.state === "unknown") return [deferred(recorder, property)];
  return list.state === "known" && list.value.length > 0
    ? [violation(recorder, property, `${list.value.length} entries`, "no list: all types are recorded")]
    : [];
}

/** A recorder that is made does nothing until it is started. */
function judgeStatus(graph: Graph, recorder: Node): readonly Finding[] {
  const statuses = graph.byType(STATUS).filter((status) => belongsTo(graph, status, recorder));
  if (statuses.length === 0) {
    return [violation(recorder, "recorderStatus", "no RecorderStatus", "a RecorderStatus that is enabled")];
  }
  return statuses.flatMap((status) => mustBe(status, "isEnabled", isTrue, "true"));
}

/**
 * A status starts the recorder of its name in its own account, where another account may have one of the same name. One
 * that names none is that of `default`, the name that recorders have by themselves.
 */
function belongsTo(graph: Graph, status: Node, recorder: Node): boolean {
  if (accountOf(status) !== accountOf(recorder)) return false;
  if (graph.pointingTo(recorder, "name", STATUS).includes(status)) return true;
  const isDefault = (node: Node) => {
    const name = node.properties.get("name");
    return name.state === "unset" || (name.state === "known" && name.value === "default");
  };
  return isDefault(status) && isDefault(recorder);
}

function judgeChannel(graph: Graph, recorder: Node): readonly Finding[] {
  return graph.byType(CHANNEL).some((channel) => accountOf(channel) === accountOf(recorder))
    ? []
    : [
        violation(
          recorder,
          "deliveryChannel",
          "no DeliveryChannel in this account",
          "an encrypted DeliveryChannel",
        ),
      ];
}
