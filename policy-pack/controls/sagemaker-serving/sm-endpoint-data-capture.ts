import {
  type Context,
  deferred,
  type Finding,
  type Graph,
  type GraphControl,
  isTrue,
  judgeCustomerKey,
  mustBe,
  type Node,
  violation,
} from "../../core";
import { judgeOwnLocation } from "../../sagemaker/own-locations";

const CONFIGURATION = "aws:sagemaker/endpointConfiguration:EndpointConfiguration";
const ASYNC = "asyncInferenceConfig.outputConfig";

export const smEndpointDataCapture: GraphControl = {
  kind: "graph",
  name: "sm-endpoint-data-capture",
  description:
    "Endpoints keep both what they were asked and what they answered, in a bucket of the company's own, encrypted with a customer managed key.",
  severity: "medium",
  levels: { dev: "disabled", staging: "advisory", prod: "mandatory" },
  why: "Without the record nobody can tell what a model did to whom, or that it is being probed; kept in a bucket elsewhere, it is a copy of every customer's request.",
  fix: {
    text: "Turn the capture on, into the team's bucket and under its key.",
    code: `dataCaptureConfig: {
  enableCapture: true, initialSamplingPercentage: 100,
  destinationS3Uri: pulumi.interpolate\`s3://\${output.bucket}/capture\`, kmsKeyId: key.arn,
  captureOptions: [{ captureMode: "Input" }, { captureMode: "Output" }],
},`,
  },
  frameworks: { nist: ["AU-12", "SC-28"], gdpr: ["32"] },
  check: (graph, context) => {
    const nodes = graph.byType(CONFIGURATION);
    return nodes.length === 0 ? "not-applicable" : nodes.flatMap((node) => judgeNode(graph, node, context));
  },
};

function judgeNode(graph: Graph, node: Node, context: Context): readonly Finding[] {
  const isAsync = node.properties.get("asyncInferenceConfig").state !== "unset";
  return [
    ...(isAsync || isServerless(node) ? [] : judgeSwitch(node)),
    ...judgePlaces(graph, node, context, "dataCaptureConfig", ["destinationS3Uri"]),
    ...(isAsync ? judgePlaces(graph, node, context, ASYNC, ["s3OutputPath", "s3FailurePath"]) : []),
  ];
}

/**
 * An asynchronous endpoint writes requests and answers to S3 by itself; serverless variants have no capture:
 * https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html
 */
function isServerless(node: Node): boolean {
  const list = node.properties.list("productionVariants");
  if (list.state !== "known" || list.value.length === 0) return false;
  return list.value.every(({ properties }) => properties.get("serverlessConfig").state === "known");
}

function judgeSwitch(node: Node): readonly Finding[] {
  const config = node.properties.get("dataCaptureConfig");
  if (config.state === "unset") return [violation(node, "dataCaptureConfig", config, "data capture")];
  const share = "dataCaptureConfig.initialSamplingPercentage";
  return [
    ...mustBe(node, "dataCaptureConfig.enableCapture", isTrue, "true"),
    ...mustBe(node, share, (percentage) => Number(percentage) > 0, "more than 0", { unset: true }),
    ...judgeHalves(node),
  ];
}

/** An answer without its question, or a question without its answer, shows neither probing nor harm. */
function judgeHalves(node: Node): readonly Finding[] {
  const path = "dataCaptureConfig.captureOptions";
  const options = node.properties.list(path);
  if (options.state !== "known") return options.state === "unknown" ? [deferred(node, path)] : [];
  const modes = options.value.map(({ properties }) => properties.get("captureMode"));
  if (modes.some(({ state }) => state === "unknown")) return [deferred(node, path)];
  const said = modes.map((mode) => (mode.state === "known" ? String(mode.value) : ""));
  const isBoth = said.includes("InputAndOutput") || (said.includes("Input") && said.includes("Output"));
  return isBoth
    ? []
    : [violation(node, path, said.length === 0 ? "none" : said.join(", "), "Input and Output")];
}

function judgePlaces(
  graph: Graph,
  node: Node,
  context: Context,
  block: string,
  names: readonly string[],
): readonly Finding[] {
  const state = node.properties.get(block).state;
  if (state === "unset") return [];
  if (state === "unknown") return [deferred(node, block)];
  return [
    ...names.flatMap((name) => {
      const path = `${block}.${name}`;
      return judgeOwnLocation(graph, node, path, node.properties.get(path), context);
    }),
    ...judgeCustomerKey(node, `${block}.kmsKeyId`, node.properties.get(`${block}.kmsKeyId`)),
  ];
}
