import { deferred, type Finding, type GraphControl, type Node } from "../../core";
import { leavesNamed } from "../../core/walk";
import { judgeReplication, replicationsOf } from "./bucket-replication";
import { type Boundary, boundaryOf, judgeAccount, judgeArn, judgeRegion } from "./boundary";
import { COPIES, type Copies } from "./copies";

export const replicationInBoundary: GraphControl = {
  kind: "graph",
  name: "replication-in-boundary",
  description:
    "Copies of buckets, tables, secrets, images, backups and snapshots stay in the allowed regions and the company's accounts.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "A replica is the data itself, kept up to date, in a place where none of the guards of the original stand.",
  fix: {
    text: "Copy to an allowed region and one of the company's accounts, and name the account in a bucket's replication rule.",
    code: `destination: { bucket: replica.arn, account: "222222222222" }`,
  },
  frameworks: { nist: ["CP-6", "CP-9", "SA-9(5)"] },
  check: (graph, { settings }) => {
    const boundary = boundaryOf(settings);
    if (boundary.regions.length + boundary.accounts.length === 0) return "not-applicable";
    const buckets = replicationsOf(graph);
    const others = COPIES.flatMap((copies) =>
      graph
        .byType(copies.type)
        .filter((node) => node.properties.get(copies.input).state !== "unset")
        .map((node) => ({ node, copies })),
    );
    if (buckets.length + others.length === 0) return "not-applicable";
    return [
      ...buckets.flatMap((node) => judgeReplication(graph, node, boundary)),
      ...others.flatMap(({ node, copies }) => judgeCopies(node, copies, boundary)),
    ];
  },
};

function judgeCopies(node: Node, copies: Copies, boundary: Boundary): readonly Finding[] {
  const { input } = copies;
  const value = node.properties.get(input);
  const named = (names: readonly string[] = []) => leavesNamed(value, input, names);
  const isWhole = [...(copies.regions ?? []), ...(copies.arns ?? [])].includes(input);
  if (value.state === "unknown" && !isWhole) return [deferred(node, input)];
  return [
    ...named(copies.regions).flatMap((leaf) => judgeRegion(node, leaf.path, leaf.value, boundary)),
    ...named(copies.accounts).flatMap((leaf) => judgeAccount(node, leaf.path, leaf.value, boundary)),
    ...named(copies.arns).flatMap((leaf) => judgeArn(node, leaf.path, leaf.value, boundary)),
  ];
}
