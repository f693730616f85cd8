import type { Graph, Node } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import { rememberingFor } from "../../core/remembering";
import { ROLE } from "../../core/resource-types";
import { attachedPolicies, unknownAttachments } from "../../iam/attachments";
import { allowing, unknownParts } from "../../iam/document";
import type { OwnedDocument } from "../../iam/identity-documents";
import { grantHolders } from "./grant-holders";

/** All that a role's own policies allow, as far as the stack tells. */
export interface RolePermissions {
  /**
   * `whole`: every policy of the role is in the stack and known. `unknown`: one is known only after deployment.
   * `elsewhere`: it has policies that the stack does not hold, and may be allowed more.
   */
  readonly extent: "whole" | "unknown" | "elsewhere";
  readonly documents: readonly OwnedDocument[];
}

/** What the policies of a role allow; undefined for a role to which the stack gives nothing. */
export function permissionsOf(graph: Graph, role: Node): RolePermissions | undefined {
  return permissionsByRole(graph).get(role);
}

const permissionsByRole = rememberingFor((graph: Graph): ReadonlyMap<Node, RolePermissions> => {
  const incomplete = rolesWithMore(graph);
  return new Map(
    grantHolders(graph)
      .filter(({ node }) => node.type === ROLE)
      .map(({ node, documents }) => [
        node,
        { documents, extent: incomplete.has(node) ? "elsewhere" : extentOf(documents) },
      ]),
  );
});

const extentOf = (documents: readonly OwnedDocument[]) =>
  documents.every(({ document }) => isKnown(document)) ? "whole" : "unknown";

const isKnown = (document: OwnedDocument["document"]): boolean =>
  document.state !== "unreadable" &&
  unknownParts(document).length === 0 &&
  allowing(document).every(
    ({ actions, resources }) => actions.unknown.length + resources.unknown.length === 0,
  );

/** Roles with a managed policy whose document the stack does not hold: AWS's own, or of another stack. */
function rolesWithMore(graph: Graph): ReadonlySet<Node> {
  const foreign = attachedPolicies(graph).filter(
    ({ node, property, arn }) =>
      graph.identifiedBy(arn, POLICY).length +
        graph.identifiedBy(arn.split("/").at(-1) ?? "", POLICY).length ===
        0 && !node.references(property).some(({ type }) => type === POLICY),
  );
  const holders = [...foreign, ...unknownAttachments(graph)].map(({ node }) => node);
  return new Set(
    holders.flatMap((holder) =>
      holder.type === ROLE ? [holder] : pointedAtFrom(graph, holder, ["role", "roles", "roleName"], ROLE),
    ),
  );
}

const POLICY = "aws:iam/policy:Policy";
