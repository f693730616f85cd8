import type { Draft } from "../draft";
import { found, oneOf } from "../found";
import { nearest } from "../nearest";
import { formatPath, type Segment } from "../path";
import type { Problem } from "../problem";
import type { FeatureGroup } from "../schema/feature-group";

/** Names that SageMaker keeps: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_FeatureDefinition.html */
const RESERVED = ["is_deleted", "write_time", "api_invocation_time"];

/** A feature group's identifier and time are among its features, and AWS takes their names and types. */
export function featureGroups({ teams }: Draft): Problem[] {
  return Object.entries(teams).flatMap(([name, team]) =>
    Object.entries(team.featureGroups).flatMap(([group, definition]) =>
      problemsOf(definition, ["mlplatform:teams", name, "featureGroups", group]),
    ),
  );
}

function problemsOf(group: FeatureGroup, at: readonly Segment[]): Problem[] {
  const names = Object.keys(group.features);
  const missing = (["recordIdentifier", "eventTime"] as const)
    .filter((key) => !Object.hasOwn(group.features, group[key]))
    .map((key) => notAmong(group[key], names, [...at, key]));
  const reserved = names
    .filter((name) => RESERVED.includes(name.toLowerCase()))
    .map((name) => ({
      path: formatPath([...at, "features", name]),
      found: `the feature ${found(name)}`,
      expected: "a name that SageMaker does not keep for itself",
      fix: "Rename the feature.",
    }));
  return [...missing, ...reserved, ...timeType(group, at)];
}

function notAmong(name: string, names: readonly string[], path: readonly Segment[]): Problem {
  const meant = nearest(name, names);
  return {
    path: formatPath(path),
    found: `${found(name)}, which is not among the features`,
    expected: names.length === 0 ? "a feature" : `one of the features ${oneOf(names)}`,
    fix: meant === undefined ? `Add "${name}" to "features".` : `Write "${meant}".`,
  };
}

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateFeatureGroup.html, EventTimeFeatureName */
function timeType({ eventTime, features }: FeatureGroup, at: readonly Segment[]): Problem[] {
  if (!Object.hasOwn(features, eventTime) || features[eventTime] !== "Integral") return [];
  return [
    {
      path: formatPath([...at, "features", eventTime]),
      found: '"Integral" for the time of a record',
      expected: "String (ISO 8601) or Fractional (Unix seconds)",
      fix: 'Write "Fractional" or "String".',
    },
  ];
}
