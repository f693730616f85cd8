import type { Graph, Node } from "../../core";
import { documentOf } from "../../iam/document";
import type { Statement } from "../../iam/statement";
import { partsOf } from "../storage/buckets";

export const SECRET = "aws:secretsmanager/secret:Secret";

/** What the policies of a store say, and the resource to report at. */
export interface StorePolicy {
  readonly blamed: Node;
  /** The statements of each policy. AWS keeps one for a store: of several, any may be the one that is left. */
  readonly documents: readonly (readonly Statement[])[];
  /** Whether some of it is known only after deployment. */
  readonly isUnknown: boolean;
}

export const policyOfBucket = (graph: Graph, bucket: Node): StorePolicy =>
  read(bucket, partsOf(graph, bucket, "Policy"));

export const policyOfSecret = (graph: Graph, secret: Node): StorePolicy =>
  read(secret, graph.pointingTo(secret, "secretArn", "aws:secretsmanager/secretPolicy:SecretPolicy"));

function read(store: Node, parts: readonly Node[]): StorePolicy {
  const holders = parts.length > 0 ? parts : [store];
  const documents = holders.map((node) => documentOf(node.properties.get("policy"), "policy"));
  return {
    blamed: holders[0] ?? store,
    documents: documents.map((document) => (document.state === "read" ? document.statements : [])),
    isUnknown: documents.some((document) => document.state === "read" && document.unknown.length > 0),
  };
}

/** Whether a resource of a policy is all objects of a bucket; by its own name, where that is known. */
export function coversObjects(bucket: Node): (resource: string) => boolean {
  const name = bucket.properties.get("bucket");
  const own = name.state === "known" && typeof name.value === "string" ? name.value : undefined;
  return (resource) => {
    if (resource === "*") return true;
    const named = /^arn:[^:]*:s3:::([^/]+)\/\*$/.exec(resource)?.[1];
    return named !== undefined && (own === undefined || named === own || named === "*");
  };
}
