import { deferred, type Finding, type Graph, type GraphControl, type Node, violation } from "../../core";
import { documentOf, type PolicyDocument } from "../../iam/document";
import { bucketsOf, partsOf } from "./buckets";
import { refusesOldTls, refusesPlainHttp } from "./transport-statements";

const REQUIREMENTS = [
  {
    property: "aws:SecureTransport",
    refuses: refusesPlainHttp,
    required: "a Deny for everyone on s3:* when aws:SecureTransport is false",
  },
  {
    property: "s3:TlsVersion",
    refuses: refusesOldTls,
    required: "a Deny for everyone on s3:* when s3:TlsVersion is less than 1.2",
  },
] as const;

export const s3BucketTlsOnly: GraphControl = {
  kind: "graph",
  name: "s3-bucket-tls-only",
  description: "Every bucket's policy refuses requests without TLS, or with TLS older than 1.2.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "S3 answers plain HTTP too; whoever sits on the way can then read and change training data and models.",
  fix: {
    text: "Add both statements to the bucket's policy, for the bucket and its objects.",
    code: `{
  Sid: "DenyPlainHttp",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [bucketArn, \`\${bucketArn}/*\`],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
},
{
  Sid: "DenyOldTls",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [bucketArn, \`\${bucketArn}/*\`],
  Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
}`,
  },
  frameworks: {
    cis: ["3.1.1"],
    nist: ["SC-8", "SC-8(1)", "SC-13"],
    fsbp: ["S3.5"],
    gdpr: ["32"],
    checkov: ["CKV_AWS_379"],
  },
  check: (graph) => {
    const buckets = bucketsOf(graph);
    return buckets.length === 0 ? "not-applicable" : buckets.flatMap((bucket) => judge(graph, bucket));
  },
};

/** AWS keeps one policy for a bucket: of several, any may be the one that is left. */
function judge(graph: Graph, bucket: Node): readonly Finding[] {
  const parts = partsOf(graph, bucket, "Policy");
  const holders = parts.length > 0 ? parts : [bucket];
  return holders.flatMap((holder) => {
    const document = documentOf(holder.properties.get("policy"), "policy");
    return REQUIREMENTS.flatMap(({ property, refuses, required }): readonly Finding[] => {
      if (statementsOf(document).some((one) => refuses(one, bucket))) return [];
      if (isPartlyUnknown(document)) return [deferred(holder, "policy")];
      return [
        violation(holder, "policy", `no statement on ${property} that covers all`, required, {
          finding: property,
        }),
      ];
    });
  });
}

function statementsOf(document: PolicyDocument) {
  return document.state === "read" ? document.statements : [];
}

function isPartlyUnknown(document: PolicyDocument): boolean {
  return document.state === "read" && document.unknown.length > 0;
}
