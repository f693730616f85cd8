import { deferred, type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { parseArn } from "../../iam/arn";
import { matchesPattern } from "../../iam/wildcard";
import { judgeEach } from "../judge-each";
import { isLetIn } from "./given";
import { LOG_GROUP, logGroupsNamed } from "./log-groups";
import { grantsFor } from "./grant-holders";
import { permissionsOf } from "./role-permissions";
import { rolesOfWorkload, type WorkloadLink, workloadLinks } from "./workload-links";

/** What types are told to read and write, and the action that it takes of their role. */
const USES: readonly { readonly type: string; readonly at: RegExp; readonly action: string }[] = [
  { type: "aws:lambda/function:Function", at: /^loggingConfig\.logGroup$/, action: "logs:PutLogEvents" },
  {
    type: "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
    at: /^dataCaptureConfig\.destinationS3Uri$/,
    action: "s3:PutObject",
  },
  {
    type: "aws:sagemaker/featureGroup:FeatureGroup",
    at: /^offlineStoreConfig\.s3StorageConfig\.s3Uri$/,
    action: "s3:PutObject",
  },
  {
    type: "aws:sagemaker/model:Model",
    at: /(^|\.)(modelDataUrl|modelDataSource\..*s3Uri)$/,
    action: "s3:GetObject",
  },
];

export const workloadRoleReachesData: GraphControl = {
  kind: "graph",
  name: "workload-role-reaches-data",
  description:
    "What a model, endpoint, function or feature group is told to read and write is what its role may read and write.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "The role says what a workload is for. A model from where its role does not read comes from where nobody released it; logs and data that go elsewhere are lost, or lie where nobody looks after them.",
  fix: {
    text: "Name the place that the role was made for. Give the role more only if the place is right.",
    code: `new sagemaker.Model("scoring", { executionRoleArn: serving.arn, primaryContainer: { image, modelDataUrl: released } });`,
  },
  frameworks: { nist: ["AC-6", "CM-6", "SI-7"] },
  check: (graph) => {
    const uses = workloadLinks(graph).flatMap((link) => {
      const use = USES.find(({ type, at }) => type === link.workload.type && at.test(link.property));
      return use === undefined
        ? []
        : rolesOfWorkload(graph, link.workload).map((role) => ({ link, role, action: use.action }));
    });
    return judgeEach(uses, ({ link, role, action }) => judgeUse(graph, link, role, action));
  },
};

function judgeUse(graph: Graph, link: WorkloadLink, role: Node, action: string): readonly Finding[] {
  const permissions = permissionsOf(graph, role);
  // A role with policies that the stack does not hold may be allowed anything.
  if (permissions === undefined || permissions.extent === "elsewhere") return [];
  const place = placeOf(link);
  if (permissions.extent === "unknown" || place === undefined)
    return [deferred(link.workload, link.property)];
  const isAllowed = grantsFor(permissions, action).some(
    ({ statement }) =>
      statement.notResources.present ||
      statement.resources.values.some(({ value }) => isAt(graph, value, place)),
  );
  const given = isLetIn(graph, link.target, role);
  if (isAllowed || given === "given") return [];
  if (given === "unknown") return [deferred(link.workload, link.property)];
  return [
    violation(
      link.workload,
      link.property,
      `${link.words} ${link.target.name}, where role ${role.name} has no ${action}`,
      "a place that the role's policies name",
      {
        finding: `${link.words}::${link.target.name}`,
        path: [link.workload.name, role.name, link.target.name],
      },
    ),
  ];
}

/** A place as an ARN's last part says it, `data/features`, or a log group. */
type Place = { readonly object: string } | { readonly logGroup: Node };

function placeOf({ workload, property, target }: WorkloadLink): Place | undefined {
  if (target.type === LOG_GROUP) return { logGroup: target };
  const value = workload.properties.get(property);
  const object = value.state === "known" ? /^s3:\/\/(.+)$/.exec(String(value.value))?.[1] : undefined;
  return object === undefined ? undefined : { object };
}

/** Whether a resource of a policy is a place, or holds what stands below it. */
function isAt(graph: Graph, resource: string, place: Place): boolean {
  if ("logGroup" in place)
    return resource === "*" || logGroupsNamed(graph, resource).includes(place.logGroup);
  const pattern = resource === "*" ? "*" : parseArn(resource)?.resource;
  const below = `${place.object.replace(/\/$/, "")}/object`;
  return pattern !== undefined && [place.object, below].some((text) => matchesPattern(pattern, text));
}
