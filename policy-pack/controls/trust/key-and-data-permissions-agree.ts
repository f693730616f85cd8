import { deferred, type Finding, type Graph, type GraphControl, violation } from "../../core";
import { judgeEach } from "../judge-each";
import { type DataAccess, storeAccesses, workloadWrites } from "./data-accesses";
import { mayUseKey } from "./key-permissions";

export const keyAndDataPermissionsAgree: GraphControl = {
  kind: "graph",
  name: "key-and-data-permissions-agree",
  description:
    "A role that may read or write a bucket or secret may use the key that it is encrypted with, and a workload's role the key that the workload is told to write with.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Data has two doors, its own and its key's, so that one mistake opens neither. Where they open for different roles one of them is wrong: data that was meant for another, or a key that was.",
  fix: {
    text: "See which of the two was meant: name the role in the key's policy too, or take its permission on the data away.",
    code: `new kms.Key("fraud-data", { policy: policyFor([fraudTraining.arn]) }); // those that read and write the data`,
  },
  frameworks: { nist: ["AC-3", "AC-6", "SC-12"] },
  check: (graph) =>
    judgeEach([...storeAccesses(graph), ...workloadWrites(graph)], (access) => judgeAccess(graph, access)),
};

function judgeAccess(graph: Graph, access: DataAccess): readonly Finding[] {
  const { role, holder, property, words, store, key, keyAction } = access;
  switch (mayUseKey(graph, role, key, keyAction)) {
    case "may":
      return [];
    case "unknown":
      return [deferred(holder, property)];
    case "may-not":
      return [
        violation(
          holder,
          property,
          `${words} for role ${role.name}, which has no ${keyAction} with key ${key.name}`,
          "both permissions, or neither",
          { finding: `${role.name}::${key.name}`, path: [role.name, store.name, key.name] },
        ),
      ];
  }
}
