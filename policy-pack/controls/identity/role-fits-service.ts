import { deferred, type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { leavesNamed } from "../../core/walk";
import { ROLE } from "../../core/resource-types";
import { allowing, unknownParts } from "../../iam/document";
import { principalOf } from "../../iam/principal";
import { trustDocument } from "../../iam/resource-documents";
import { judgeEach } from "../judge-each";
import { rolesNamed } from "../trust/roles";
import { ROLE_SERVICES, type RoleService } from "./role-services";

export const roleFitsService: GraphControl = {
  kind: "graph",
  name: "role-fits-service",
  description: "A role that a service acts under is one that trusts this service.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A role made for people or for another service may do what this one was never meant to; AWS refuses it, or after the trust is widened to make it work, runs code with it.",
  fix: {
    text: "Name the role that was made for the service, rather than widening the trust of another.",
    code: `new sagemaker.NotebookInstance("analysis", { ..., roleArn: notebooksRole.arn });`,
  },
  frameworks: { nist: ["AC-6", "CM-6"] },
  check: (graph) => judgeEach(usesOf(graph), (use) => judgeUse(use)),
};

/** A role of the stack that a service acts under. */
interface Use {
  readonly node: Node;
  readonly property: string;
  readonly role: Node;
  readonly service: string;
}

function usesOf(graph: Graph): readonly Use[] {
  return graph.nodes.flatMap((node) => {
    const acting = ROLE_SERVICES.find(({ types }) => types.test(node.type));
    return acting === undefined ? [] : rolesOf(graph, node, acting);
  });
}

function rolesOf(graph: Graph, node: Node, { properties, service }: RoleService): readonly Use[] {
  return node.properties
    .keys()
    .flatMap((input) => leavesNamed(node.properties.get(input), input, properties))
    .flatMap(({ path, value }) => {
      const named = value.state === "known" ? rolesNamed(graph, String(value.value)) : [];
      // A name that the provider made up is told by what it comes from.
      const roles = named.length > 0 ? named : node.references(path).filter(({ type }) => type === ROLE);
      return roles.map((role) => ({ node, property: path, role, service }));
    });
}

function judgeUse({ node, property, role, service }: Use): readonly Finding[] {
  const { document } = trustDocument(role);
  const principals = allowing(document).flatMap((statement) => statement.principals.values.map(principalOf));
  const isTrusted = principals.some(
    (principal) =>
      principal.kind === "anyone" ||
      (principal.kind === "service" && principal.service.split(".")[0] === service),
  );
  if (isTrusted) return [];
  const unknown = allowing(document).flatMap((statement) => statement.principals.unknown);
  if (unknown.length + unknownParts(document).length > 0) return [deferred(node, property)];
  return [
    violation(
      node,
      property,
      `role ${role.name}, which does not trust ${service}`,
      `a role made for ${service}`,
      {
        finding: `Role::${role.name}`,
        path: [node.name, role.name],
      },
    ),
  ];
}
