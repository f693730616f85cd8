import {
  type Context,
  deferred,
  type Element,
  type Finding,
  type Graph,
  type GraphControl,
  isText,
  judgeCustomerKey,
  judgeValue,
  type Node,
  violation,
} from "../../core";
import { propertiesOf } from "../../core/properties";
import { parseArn } from "../../iam/arn";
import { judgeOwnLocation } from "../../sagemaker/own-locations";
import { DOMAIN, USER_PROFILE, userSettingsOf } from "./settings";

export const smCanvasEgressRestricted: GraphControl = {
  kind: "graph",
  name: "sm-canvas-egress-restricted",
  description:
    "Canvas connects to nobody else's data, deploys nothing past review, registers models within the organization, and keeps its work in the company's buckets.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "Canvas takes data out by connectors and models out by registering them in another account, with a few clicks and no code to review.",
  fix: {
    text: "Leave connectors, direct deployment and generative AI off, and name the team's bucket and key for the workspace.",
    code: `canvasAppSettings: {
  directDeploySettings: { status: "DISABLED" },
  workspaceSettings: { s3ArtifactPath: pulumi.interpolate\`s3://\${bucket.bucket}/canvas\`, s3KmsKeyId: key.arn },
},`,
  },
  frameworks: { nist: ["AC-4", "CM-7"], gdpr: ["32"] },
  check: (graph, context) => {
    const nodes = graph.byType(DOMAIN, USER_PROFILE);
    return nodes.length === 0 ? "not-applicable" : nodes.flatMap((node) => judgeNode(graph, node, context));
  },
};

function judgeNode(graph: Graph, node: Node, context: Context): readonly Finding[] {
  const settings = userSettingsOf(node);
  const path = `${settings.path}.canvasAppSettings`;
  const value = settings.properties.get("canvasAppSettings");
  if (settings.value.state === "unknown" || value.state === "unknown") return [deferred(node, path)];
  if (value.state === "unset") return [];
  const canvas: Element = { path, value, properties: propertiesOf(value.value, path) };
  return [
    ...judgeConnectors(node, canvas),
    ...judgeOff(node, canvas),
    ...judgeRegistration(node, canvas, context),
    ...judgeWorkspace(graph, node, canvas, context),
  ];
}

function judgeConnectors(node: Node, { path, properties }: Element): readonly Finding[] {
  const list = properties.list("identityProviderOauthSettings");
  if (list.state === "unknown") return [deferred(node, `${path}.identityProviderOauthSettings`)];
  if (list.state === "unset") return [];
  return list.value.flatMap((connector) =>
    judgeValue(
      node,
      `${connector.path}.status`,
      connector.properties.get("status"),
      (status) => status === "DISABLED",
      '"DISABLED"',
    ),
  );
}

/** What is off unless it is set. */
function judgeOff(node: Node, { path, properties }: Element): readonly Finding[] {
  const role = "generativeAiSettings.amazonBedrockRoleArn";
  return [
    ...judgeValue(
      node,
      `${path}.directDeploySettings.status`,
      properties.get("directDeploySettings.status"),
      (status) => status === "DISABLED",
      '"DISABLED"',
      { unset: true },
    ),
    ...(properties.get(role).state === "unset"
      ? []
      : [violation(node, `${path}.${role}`, properties.get(role), "no role for generative AI")]),
  ];
}

function judgeRegistration(
  node: Node,
  { path, properties }: Element,
  { settings }: Context,
): readonly Finding[] {
  const role = "modelRegisterSettings.crossAccountModelRegisterRoleArn";
  const own = Object.values(settings.accounts).flat();
  const isOwn = (arn: unknown) => isText(arn) && own.includes(parseArn(arn)?.account ?? "");
  return judgeValue(
    node,
    `${path}.${role}`,
    properties.get(role),
    isOwn,
    "no role, or one in an account of the organization",
    { unset: true },
  );
}

function judgeWorkspace(
  graph: Graph,
  node: Node,
  { path, properties }: Element,
  context: Context,
): readonly Finding[] {
  const location = properties.get("workspaceSettings.s3ArtifactPath");
  if (location.state === "unset") return [];
  const key = "workspaceSettings.s3KmsKeyId";
  return [
    ...judgeOwnLocation(graph, node, `${path}.workspaceSettings.s3ArtifactPath`, location, context),
    ...judgeCustomerKey(node, `${path}.${key}`, properties.get(key)),
  ];
}
