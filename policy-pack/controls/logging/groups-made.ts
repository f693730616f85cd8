import type { Graph, Node } from "../../core";
import { ROLE } from "../../core/resource-types";
import { allowing } from "../../iam/document";
import { principalOf } from "../../iam/principal";
import { trustDocument } from "../../iam/resource-documents";
import { accountsSetUp } from "../../topology/accounts";

const FUNCTION = "aws:lambda/function:Function";
const ENDPOINT = "aws:sagemaker/endpoint:Endpoint";

/**
 * Groups of an account that SageMaker's jobs write to, whatever they are called.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html
 */
const OF_JOBS = ["ProcessingJobs", "TrainingJobs", "TransformJobs"].map((kind) => `/aws/sagemaker/${kind}`);

const NOTEBOOK = "aws:sagemaker/notebookInstance:NotebookInstance";
const OF_NOTEBOOKS = "/aws/sagemaker/NotebookInstances";

/** A log group that a service makes by itself where it is not there. */
export interface GroupMade {
  /** What writes to it, or what is reported of an account. */
  readonly node: Node;
  readonly property: string;
  /** Its name; undefined where it is made of a name that AWS makes up, or that is not known yet. */
  readonly group: string | undefined;
}

/** The log groups that services make for what a stack declares. */
export function groupsMade(graph: Graph): readonly GroupMade[] {
  return [
    ...graph.byType(FUNCTION).flatMap(ofFunction),
    ...graph.byType(ENDPOINT).flatMap(ofEndpoint),
    ...ofJobs(graph),
  ];
}

/** A function that names another group writes there; one of another program is judged where it is declared. */
function ofFunction(node: Node): readonly GroupMade[] {
  const made = ofName(node, "loggingConfig.logGroup", "/aws/lambda/");
  const named = node.properties.get("loggingConfig.logGroup");
  const isOwn = named.state === "known" && named.value === made.group;
  const isUnknown = node.properties.get("loggingConfig").state === "unknown";
  return isUnknown || (named.state !== "unset" && !isOwn) ? [] : [made];
}

/** An endpoint has a group by its name alone, which cannot be declared before AWS has made one up. */
function ofEndpoint(node: Node): readonly GroupMade[] {
  const isNamed = node.properties.get("name").state !== "unset";
  return isNamed ? [ofName(node, "name", "/aws/sagemaker/Endpoints/")] : [];
}

function ofName(node: Node, property: string, prefix: string): GroupMade {
  const name = node.properties.get("name");
  return { node, property, group: name.state === "known" ? `${prefix}${String(name.value)}` : undefined };
}

/**
 * Jobs are no resources: where a program sets an account up and has roles for SageMaker there, jobs run under these.
 * Notebooks share a group too.
 */
function ofJobs(graph: Graph): readonly GroupMade[] {
  return accountsSetUp(graph).flatMap(({ byType }) => {
    const [role] = byType(ROLE).filter(isForSagemaker);
    const [notebook] = byType(NOTEBOOK);
    return [
      ...(role === undefined
        ? []
        : OF_JOBS.map((group) => ({ node: role, property: "assumeRolePolicy", group }))),
      ...(notebook === undefined ? [] : [{ node: notebook, property: "name", group: OF_NOTEBOOKS }]),
    ];
  });
}

const isForSagemaker = (role: Node): boolean =>
  allowing(trustDocument(role).document)
    .flatMap(({ principals }) => principals.values.map(principalOf))
    .some((principal) => principal.kind === "service" && /^sagemaker\./.test(principal.service));
