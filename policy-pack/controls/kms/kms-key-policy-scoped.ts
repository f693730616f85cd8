import type { Context, Element, Finding, Graph, GraphControl, Node, Subject } from "../../core";
import { deferred, violation } from "../../core";
import { judgeAllowing, judgeReadable } from "../../iam/judge-document";
import { judgeKeyAdministration, judgeKeyDuties } from "../../iam/key-duties";
import { judgeKeyUse } from "../../iam/key-use";
import { awsPrincipal } from "../../iam/principal";
import { resourceDocument } from "../../iam/resource-documents";
import { judgeEach } from "../judge-each";

const GRANT = "aws:kms/grant:Grant";
const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";
const TYPES = [
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/key:Key",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
  "aws:kms/replicaKey:ReplicaKey",
  KEY_POLICY,
  GRANT,
];

export const kmsKeyPolicyScoped: GraphControl = {
  name: "kms-key-policy-scoped",
  description:
    "A key has a policy of its own, in which named roles use it through named services, and others administer it; grants are limited and make no others.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "AWS's default key policy leaves the key to every IAM policy of the account: whoever writes one reads the data.",
  fix: {
    text: "Write the policy: administration for the deployment role, use for named roles with kms:ViaService.",
    code: `{
  Sid: "AllowUseThroughS3", Effect: "Allow", Principal: { AWS: [training.arn] },
  Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: "*",
  Condition: { StringEquals: { "kms:ViaService": \`s3.\${region}.amazonaws.com\` } },
}`,
  },
  frameworks: {
    nist: ["AC-3", "AC-6"],
    fsbp: ["KMS.1", "KMS.2"],
    checkov: ["CKV_AWS_33", "CKV2_AWS_64"],
  },
  kind: "graph",
  check: (graph, context) =>
    judgeEach(graph.byType(...TYPES), (node) =>
      node.type === GRANT ? judgeGrant(node) : judgePolicy(graph, node, context),
    ),
};

function judgePolicy(graph: Graph, key: Node, context: Context): readonly Finding[] {
  const owned = resourceDocument(key);
  if (owned.document.state === "unset") {
    // A policy may be a resource of its own, which is judged as such.
    if (graph.pointingTo(key, "keyId", KEY_POLICY).length > 0) return [];
    return [violation(key, "policy", "AWS's default policy", "a policy that names who uses the key")];
  }
  return [
    ...judgeReadable(owned),
    ...judgeAllowing(owned, (statement) => [
      ...judgeKeyDuties(key, statement),
      ...judgeKeyAdministration(key, statement),
      ...judgeKeyUse(key, statement, context.settings),
    ]),
  ];
}

function judgeGrant(grant: Subject): readonly Finding[] {
  return [...judgeOperations(grant), ...judgeGrantee(grant), ...judgeConstraints(grant)];
}

function judgeOperations(grant: Subject): readonly Finding[] {
  const operations = grant.properties.list("operations");
  if (operations.state === "unknown") return [deferred(grant, "operations")];
  if (operations.state === "unset") return [];
  return operations.value.flatMap(({ path, value }) =>
    value.state === "known" && value.value === "CreateGrant"
      ? [violation(grant, path, value, "no CreateGrant: a grant that makes grants cannot be followed")]
      : [],
  );
}

function judgeGrantee(grant: Subject): readonly Finding[] {
  const grantee = grant.properties.get("granteePrincipal");
  // One that is not known yet is a role of the same program.
  if (grantee.state !== "known") return [];
  const { kind } = awsPrincipal(String(grantee.value));
  return kind === "anyone" || kind === "account"
    ? [violation(grant, "granteePrincipal", grantee, "the ARN of a role")]
    : [];
}

function judgeConstraints(grant: Subject): readonly Finding[] {
  const constraints = grant.properties.list("constraints");
  const limited =
    constraints.state === "unknown" ||
    (constraints.state === "known" && constraints.value.some(namesContext));
  return limited
    ? []
    : [violation(grant, "constraints", "not set", "an encryption context that limits the grant")];
}

/** A constraint without a context holds for every request. */
function namesContext({ value, properties }: Element): boolean {
  if (value.state === "unknown") return true;
  return ["encryptionContextEquals", "encryptionContextSubset"].some((name) => {
    const context = properties.get(name);
    return (
      context.state === "unknown" ||
      (context.state === "known" && Object.keys(Object(context.value) as object).length > 0)
    );
  });
}
