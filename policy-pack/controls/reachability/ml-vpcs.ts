import type { Graph, Node } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { consumersOf } from "./consumers";

const VPCS = ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"] as const;
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

/**
 * The VPCs of a stack that are there for machine learning: something of SageMaker, Kubernetes or Batch, or an
 * accelerator, runs in them, or they have an endpoint for SageMaker, in which case it may be another stack's that does.
 */
export function mlVpcs(graph: Graph): readonly Node[] {
  const hosts = consumersOf(graph)
    .filter(({ learns }) => learns)
    .flatMap(({ subnets }) => subnets)
    .flatMap((subnet) => pointedAtFrom(graph, subnet, ["vpcId"], ...VPCS));
  const withEndpoint = graph
    .byType(ENDPOINT)
    .filter(isForSagemaker)
    .flatMap((endpoint) => pointedAtFrom(graph, endpoint, ["vpcId"], ...VPCS));
  return [...new Set([...hosts, ...withEndpoint])];
}

function isForSagemaker(endpoint: Node): boolean {
  const service = endpoint.properties.get("serviceName");
  return service.state === "known" && /\.sagemaker\./.test(String(service.value));
}
