import type { Finding, Graph, GraphControl, Node } from "../../core";
import { deferred, violation } from "../../core";
import { judgeEach } from "../judge-each";
import { daysBetweenRotations } from "./rotation-days";

const SECRET = "aws:secretsmanager/secret:Secret";
const ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
const MOST_DAYS = 90;

export const secretRotationOn: GraphControl = {
  name: "secret-rotation-on",
  description: "Every secret is rotated, at least every 90 days.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "A password that leaked into a log or a notebook stays good until it changes.",
  fix: {
    text: "Add a SecretRotation with a rotation function and a schedule of 90 days or less.",
    code: `new secretsmanager.SecretRotation("database", {
  secretId: secret.id,
  rotationLambdaArn: rotate.arn,
  rotationRules: { automaticallyAfterDays: 30 },
});`,
  },
  frameworks: {
    nist: ["SC-23(3)", "AC-2(1)", "AC-3(12)", "AC-3(13)", "AC-24"],
    fsbp: ["SecretsManager.1", "SecretsManager.4"],
    checkov: ["CKV_AWS_304", "CKV2_AWS_57"],
  },
  kind: "graph",
  check: (graph) => judgeEach(graph.byType(SECRET), (secret) => judgeSecret(graph, secret)),
};

function judgeSecret(graph: Graph, secret: Node): readonly Finding[] {
  const rotations = graph.pointingTo(secret, "secretId", ROTATION);
  if (rotations.length === 0) {
    return [
      violation(
        secret,
        "rotation",
        "no SecretRotation",
        `a SecretRotation, every ${MOST_DAYS} days or more often`,
      ),
    ];
  }
  return rotations.flatMap(judgeSchedule);
}

function judgeSchedule(rotation: Node): readonly Finding[] {
  const days = rotation.properties.get("rotationRules.automaticallyAfterDays");
  const schedule = rotation.properties.get("rotationRules.scheduleExpression");
  if (days.state === "unknown" || schedule.state === "unknown") return [deferred(rotation, "rotationRules")];
  const value = days.state === "known" ? days : schedule;
  const every = days.state === "known" ? Number(days.value) : daysBetweenRotations(schedule);
  if (every !== undefined && every > 0 && every <= MOST_DAYS) return [];
  const property = days.state === "known" ? "automaticallyAfterDays" : "scheduleExpression";
  return [violation(rotation, `rotationRules.${property}`, value, `a schedule of ${MOST_DAYS} days or less`)];
}
