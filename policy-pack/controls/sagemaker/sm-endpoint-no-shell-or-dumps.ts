import {
  type Context,
  deferred,
  type Element,
  type Finding,
  type Graph,
  type GraphControl,
  isFalse,
  judgeCustomerKey,
  judgeValue,
  type Node,
  type Subject,
} from "../../core";
import { judgeOwnLocation } from "../../sagemaker/own-locations";
import { judgeEach } from "../judge-each";
import { variantsOf } from "./variants";

const CONFIGURATION = "aws:sagemaker/endpointConfiguration:EndpointConfiguration";

export const smEndpointNoShellOrDumps: GraphControl = {
  kind: "graph",
  name: "sm-endpoint-no-shell-or-dumps",
  description:
    "Nobody opens a shell in an endpoint's containers, and their core dumps are not made, or are encrypted in the company's buckets.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A shell, or the memory of the process, shows every customer's request and the model itself.",
  fix: {
    text: "Leave shell access off, and core dumps out; or encrypt them with the team's key.",
    code: `productionVariants: [{ ..., enableSsmAccess: false }],`,
  },
  frameworks: { nist: ["AC-4", "AC-17", "SC-28"], gdpr: ["32"] },
  check: (graph, context) =>
    judgeEach(graph.byType(CONFIGURATION), (node) => [
      ...unknownLists(node),
      ...variantsOf(node).flatMap((variant) => judgeVariant(graph, node, variant, context)),
    ]),
};

function unknownLists(subject: Subject): readonly Finding[] {
  return ["productionVariants", "shadowProductionVariants"].flatMap((property) =>
    subject.properties.get(property).state === "unknown" ? [deferred(subject, property)] : [],
  );
}

function judgeVariant(
  graph: Graph,
  node: Node,
  { path, properties }: Element,
  context: Context,
): readonly Finding[] {
  const destination = "coreDumpConfig.destinationS3Uri";
  const dumps = properties.get("coreDumpConfig");
  return [
    ...judgeValue(node, `${path}.enableSsmAccess`, properties.get("enableSsmAccess"), isFalse, "false", {
      unset: true,
    }),
    ...(dumps.state === "unset"
      ? []
      : [
          ...judgeCustomerKey(
            node,
            `${path}.coreDumpConfig.kmsKeyId`,
            properties.get("coreDumpConfig.kmsKeyId"),
          ),
          ...judgeOwnLocation(graph, node, `${path}.${destination}`, properties.get(destination), context),
        ]),
  ];
}
