import { deferred, type Finding, type Graph, type Node, pointsTo } from "../../core";
import { remembering, rememberingFor } from "../../core/remembering";
import { isAccountId } from "../../iam/arn";
import { documentOf, type PolicyDocument } from "../../iam/document";
import type { Statement } from "../../iam/statement";

const POLICY = "aws:organizations/policy:Policy";
const ATTACHMENT = "aws:organizations/policyAttachment:PolicyAttachment";
const UNIT = "aws:organizations/organizationalUnit:OrganizationalUnit";
const ORGANIZATION = "aws:organizations/organization:Organization";

/** The types of AWS Organizations' policies that controls look for. */
export type PolicyType = "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY" | "AISERVICES_OPT_OUT_POLICY";

/** What a stack that owns the organization is known by; the first of it, to report what is missing altogether. */
export function organizationOwner(graph: Graph): Node | undefined {
  return graph.byType(ORGANIZATION, UNIT, POLICY, ATTACHMENT)[0];
}

/** The organization's policies of a type. One that says none is a service control policy: that is the default. */
export function policiesOfType(graph: Graph, type: PolicyType): readonly Node[] {
  return graph.byType(POLICY).filter((policy) => {
    const own = policy.properties.get("type");
    return own.state === "unset"
      ? type === "SERVICE_CONTROL_POLICY"
      : own.state === "known" && own.value === type;
  });
}

/** A policy's document, as far as it is known. */
export function documentOfPolicy(policy: Node): PolicyDocument {
  return documentOf(policy.properties.get("content"), "content");
}

/** The statements of a policy that deny: every action of every guardrail is looked for among them. */
export const denials = rememberingFor((policy: Node): readonly Statement[] => {
  const document = documentOfPolicy(policy);
  return document.state === "read" ? document.statements.filter(({ effect }) => effect === "Deny") : [];
});

/** What of some policies is not known yet, so that they may still hold what is missing. */
export function unknownContent(policies: readonly Node[]): readonly Finding[] {
  return policies.flatMap((policy) => {
    const document = documentOfPolicy(policy);
    return document.state === "read" ? document.unknown.map((path) => deferred(policy, path)) : [];
  });
}

/**
 * Where guardrails are due and one of these policies is not attached: units of the stack, and whatever any policy is
 * attached to. A policy holds for everything below what it is attached to; below the root that is all. The root itself is
 * no place where a guardrail is due, since others may hold there. Policies that are attached nowhere are returned.
 * @param policies All of one type.
 */
export function uncoveredTargets(graph: Graph, policies: readonly Node[]): readonly Node[] {
  return uncoveredBy(graph)(policies.map(({ urn }) => urn).join("\n"));
}

/** A few policies hold most of the guardrails, so that the same are asked for again and again. */
const uncoveredBy = rememberingFor((graph: Graph) =>
  remembering((urns) =>
    findUncovered(
      graph,
      urns.split("\n").flatMap((urn) => graph.byUrn(urn) ?? []),
    ),
  ),
);

function findUncovered(graph: Graph, policies: readonly Node[]): readonly Node[] {
  const attachments = graph.byType(ATTACHMENT);
  const own = attachments.filter((one) => policies.some((policy) => pointsTo(one, "policyId", policy)));
  const covered = new Set(own.map((one) => targetOf(graph, one)));
  if ([...covered].some(isRoot) || own.some(pointsToRootOfOrganization)) return [];
  const isCovered = (unit: Node): boolean => {
    if (covered.has(unit.urn)) return true;
    const parent = unitAt(graph, unit, "parentId");
    return parent !== undefined && isCovered(parent);
  };
  const bindsManagement = policies.every((policy) => !bindsMembersOnly(policy));
  const bare = attachments.filter((one) => {
    if (!bindsManagement && mayBeManagement(graph, one)) return false;
    const unit = unitAt(graph, one, "targetId");
    return unit === undefined
      ? !isRoot(targetOf(graph, one)) && !covered.has(targetOf(graph, one))
      : !isCovered(unit);
  });
  const byTarget = new Map(bare.map((one) => [targetOf(graph, one), one]));
  const units = graph.byType(UNIT).filter((unit) => !isCovered(unit) && !byTarget.has(unit.urn));
  const targets = [...byTarget.values(), ...units];
  return targets.length === 0 && own.length === 0 ? policies.slice(0, 1) : targets;
}

/** Whether one of these policies is attached to an account, or to what may be above it. */
export function bindsAccount(graph: Graph, policies: readonly Node[], account: string): boolean {
  return targetsOf(graph, policies).some((target) => target === account || !isAccountId(target));
}

/** What some policies are attached to: units of the stack by their URNs, anything else by its id. */
export function targetsOf(graph: Graph, policies: readonly Node[]): readonly string[] {
  return graph
    .byType(ATTACHMENT)
    .filter((one) => policies.some((policy) => pointsTo(one, "policyId", policy)))
    .map((one) => targetOf(graph, one));
}

/** Whether a guardrail is attached to an account itself, which the management account has no use for. */
export function isBoundAsMember(graph: Graph, account: string): boolean {
  return targetsOf(graph, graph.byType(POLICY).filter(bindsMembersOnly)).includes(account);
}

/** Whether a target is known to be an account or a unit, and so no root. */
export const isAccountOrUnit = (graph: Graph, target: string): boolean =>
  isAccountId(target) ||
  /^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/.test(target) ||
  graph.byUrn(target)?.type === UNIT;

/** What an attachment is attached to: a unit of the stack by its URN, anything else by its id. */
function targetOf(graph: Graph, attachment: Node): string {
  const unit = unitAt(graph, attachment, "targetId");
  if (unit !== undefined) return unit.urn;
  const id = attachment.properties.get("targetId");
  return id.state === "known" ? String(id.value) : attachment.urn;
}

function unitAt(graph: Graph, node: Node, property: string): Node | undefined {
  const [byEdge] = node.references(property).filter(({ type }) => type === UNIT);
  const id = node.properties.get(property);
  return byEdge ?? (id.state === "known" ? graph.identifiedBy(String(id.value), UNIT)[0] : undefined);
}

/** Of AWS's types of policies, service and resource control policies leave the management account out. */
function bindsMembersOnly(policy: Node): boolean {
  const type = policy.properties.get("type");
  return type.state !== "known" || /^(SERVICE|RESOURCE)_CONTROL_POLICY$/.test(String(type.value));
}

/** An account to which a policy of another type is attached may be the management account, which these do not bind. */
function mayBeManagement(graph: Graph, attachment: Node): boolean {
  return (
    isAccountId(targetOf(graph, attachment)) &&
    graph.byType(POLICY).some((one) => !bindsMembersOnly(one) && pointsTo(attachment, "policyId", one))
  );
}

const isRoot = (target: string): boolean => /^r-[0-9a-z]{4,32}$/.test(target);

/** A root's id that is not known yet comes from the organization itself, which has one root. */
function pointsToRootOfOrganization(attachment: Node): boolean {
  return (
    attachment.properties.get("targetId").state === "unknown" &&
    attachment.references("targetId").some(({ type }) => type === ORGANIZATION)
  );
}
