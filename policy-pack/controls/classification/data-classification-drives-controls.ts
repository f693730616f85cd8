import type { Finding, Graph, GraphControl, Node } from "../../core";
import { BUCKETS } from "../../core/resource-types";
import { judgeEach } from "../judge-each";
import { boundaryOf } from "../residency-paths/boundary";
import { isLogTarget } from "../storage/buckets";
import { classOf, deferredClass } from "./class-of-data";
import { isWhereBackupsAre, judgeBucket, judgeRecovery } from "./classified-bucket";
import { judgeStore, STORES } from "./classified-stores";

export const dataClassificationDrivesControls: GraphControl = {
  kind: "graph",
  name: "data-classification-drives-controls",
  description:
    "Stores of confidential and restricted data have a customer managed key, cannot lose what is in them, record who reads it, and are not copied out; buckets of internal data are backed up where their account has backups.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A tag that says how much the data matters protects nothing by itself; what it promises has to be there.",
  fix: {
    text: "Give the store the team's key, Object Lock or point-in-time recovery, and data events; copy it nowhere outside the company.",
    code: `new dynamodb.Table("features", {
  ..., serverSideEncryption: { enabled: true, kmsKeyArn: key.arn }, pointInTimeRecovery: { enabled: true },
});`,
  },
  frameworks: { nist: ["AC-16", "MP-3", "RA-2"] },
  check: (graph, { settings }) => {
    // Where it is known what is inside, another control says which copies stay there; else any may lead out.
    const { regions, accounts } = boundaryOf(settings);
    const copiesAreJudged = regions.length > 0 && accounts.length > 0;
    const stores = graph
      .byType(...BUCKETS, ...Object.keys(STORES))
      .filter((node) => !isLogTarget(graph, node))
      .filter((node) => classOf(node) !== "low" || mustBeBackedUp(graph, node));
    return judgeEach(stores, (node) => {
      if (classOf(node) === "unknown") return deferredClass(node);
      return classOf(node) === "low" ? judgeRecovery(graph, node) : judge(graph, node, copiesAreJudged);
    });
  },
};

const mustBeBackedUp = (graph: Graph, node: Node): boolean =>
  BUCKETS.includes(node.type) && isWhereBackupsAre(graph, node);

function judge(graph: Graph, node: Node, copiesAreJudged: boolean): readonly Finding[] {
  const judgeOne = BUCKETS.includes(node.type) ? judgeBucket : judgeStore;
  return judgeOne(graph, node, copiesAreJudged);
}
