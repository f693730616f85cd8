import {
  deferred,
  deferredBlock,
  type Finding,
  type Graph,
  type GraphControl,
  isTrue,
  mustBe,
  mustBeCustomerKey,
  type Node,
  violation,
} from "../../core";
import { allowing, documentOf, type PolicyDocument, unknownParts } from "../../iam/document";
import { judgeEach } from "../judge-each";
import { isOverTls, refusesPlainTransport } from "./plain-transport";

const FILE_SYSTEM = "aws:efs/fileSystem:FileSystem";
const POLICY = "aws:efs/fileSystemPolicy:FileSystemPolicy";
const REPLICATION = "aws:efs/replicationConfiguration:ReplicationConfiguration";
const REQUIRED = "a Deny for everyone when aws:SecureTransport is false";

/** What a client may do over NFS: https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html */
const CLIENT_ACTIONS = ["ClientMount", "ClientWrite", "ClientRootAccess"].map(
  (action) => `elasticfilesystem:${action}`,
);

export const efsCmkEncryption: GraphControl = {
  kind: "graph",
  name: "efs-cmk-encryption",
  description:
    "Every EFS file system and its replica is encrypted with a customer managed key, and its policy refuses clients without TLS.",
  severity: "high",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "A file system cannot be encrypted later, and without TLS whoever stands on the way reads the training data as it is read.",
  fix: {
    text: "Encrypt the file system with the team's key, and give it a policy that refuses plain NFS.",
    code: `const files = new efs.FileSystem("data", { encrypted: true, kmsKeyId: key.arn });
new efs.FileSystemPolicy("data", {
  fileSystemId: files.id,
  policy: jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "DenyPlainNfs",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "*",
        Resource: files.arn,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
  }),
});`,
  },
  frameworks: {
    cis: ["3.3.1"],
    nist: ["SC-28(1)", "SC-13", "SC-8(3)", "SC-8(4)", "AU-9(3)"],
    fsbp: ["EFS.1", "EFS.8"],
    checkov: ["CKV_AWS_42", "CKV_AWS_184"],
  },
  check: (graph) =>
    judgeEach(graph.byType(FILE_SYSTEM, REPLICATION), (node) =>
      node.type === REPLICATION ? judgeReplica(node) : judgeFileSystem(graph, node),
    ),
};

function judgeFileSystem(graph: Graph, fileSystem: Node): readonly Finding[] {
  return [
    ...mustBe(fileSystem, "encrypted", isTrue, "true"),
    ...mustBeCustomerKey(fileSystem, "kmsKeyId"),
    ...judgeTransport(graph, fileSystem),
  ];
}

/** A replica that EFS makes itself takes AWS's key unless it is told another; one that exists is judged by itself. */
function judgeReplica(replication: Node): readonly Finding[] {
  const property = "destination.fileSystemId";
  const existing = replication.properties.get(property);
  if (existing.state === "unset") return mustBeCustomerKey(replication, "destination.kmsKeyId");
  return existing.state === "unknown" ? deferredBlock(replication, property) : [];
}

/** Without a policy every client that reaches a mount target may mount, with TLS or without. */
function judgeTransport(graph: Graph, fileSystem: Node): readonly Finding[] {
  const policies = graph.pointingTo(fileSystem, "fileSystemId", POLICY);
  if (policies.length === 0) return [violation(fileSystem, "policy", "no FileSystemPolicy", REQUIRED)];
  return policies.flatMap((policy): readonly Finding[] => {
    const document = documentOf(policy.properties.get("policy"), "policy");
    const answers =
      document.state === "read"
        ? document.statements.map((each) => refusesPlainTransport(each, fileSystem, CLIENT_ACTIONS))
        : [];
    if (answers.includes("yes") || allowsOverTlsOnly(document)) return [];
    if (answers.includes("unknown") || unknownParts(document).length > 0) return [deferred(policy, "policy")];
    return [violation(policy, "policy", "no statement that refuses clients without TLS", REQUIRED)];
  });
}

/** A policy is as good when whatever it allows it allows over TLS: without an Allow, anonymous clients are refused. */
function allowsOverTlsOnly(document: PolicyDocument): boolean {
  const allowed = allowing(document);
  return (
    allowed.length > 0 &&
    unknownParts(document).length === 0 &&
    allowed.every(({ conditions }) =>
      conditions.some((one) => /^bool$/i.test(one.operator) && isOverTls(one, "true")),
    )
  );
}
