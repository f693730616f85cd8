import {
  type Context,
  deferred,
  type Finding,
  type GraphControl,
  isTrue,
  mustBe,
  type Node,
  type Value,
  violation,
} from "../../core";
import { awsPrincipal } from "../../iam/principal";
import { judgeEach } from "../judge-each";
import { isTrustedAccount } from "../trust/trusted-accounts";

const SERVICE = "aws:ec2/vpcEndpointService:VpcEndpointService";
const ALLOWED = "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple";
const REQUIRED = "ARNs of accounts or roles of the company";

export const vpcEndpointServiceRestricted: GraphControl = {
  kind: "graph",
  name: "vpc-endpoint-service-restricted",
  description:
    "A service that is offered to other VPCs accepts each connection itself, and names who may ask for one.",
  severity: "high",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "A service offered to everyone is an entrance to the VPC that no security group of the consumer's side guards.",
  fix: {
    text: "Require acceptance, and list the accounts or roles that may connect.",
    code: `new ec2.VpcEndpointService("scoring", {
  acceptanceRequired: true, allowedPrincipals: [consumerRole.arn], networkLoadBalancerArns: [internal.arn],
});`,
  },
  frameworks: { nist: ["AC-4", "SC-7"], checkov: ["CKV_AWS_123"] },
  check: (graph, context) =>
    judgeEach(graph.byType(SERVICE, ALLOWED), (node) =>
      node.type === ALLOWED
        ? judgePrincipal(node, "principalArn", node.properties.get("principalArn"), context)
        : judgeService(node, context),
    ),
};

/** Without a principal nobody outside the account can connect: AWS allows none unless it is told. */
function judgeService(service: Node, context: Context): readonly Finding[] {
  const principals = service.properties.list("allowedPrincipals");
  return [
    ...mustBe(service, "acceptanceRequired", isTrue, "true"),
    ...(principals.state === "unknown" ? [deferred(service, "allowedPrincipals")] : []),
    ...(principals.state === "known"
      ? principals.value.flatMap(({ path, value }) => judgePrincipal(service, path, value, context))
      : []),
  ];
}

function judgePrincipal(node: Node, property: string, value: Value, context: Context): readonly Finding[] {
  // One that is not known yet but comes from a resource is a role of the same program.
  if (value.state === "unknown")
    return node.references(property).length > 0 ? [] : [deferred(node, property)];
  const principal = awsPrincipal(value.state === "known" ? String(value.value) : "");
  const isOurs =
    (principal.kind === "account" || principal.kind === "named") &&
    isTrustedAccount(principal.account, node, context.settings);
  return isOurs ? [] : [violation(node, property, value, REQUIRED)];
}
