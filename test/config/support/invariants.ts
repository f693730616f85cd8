import assert from "node:assert/strict";
import type { EnvironmentSettings } from "../../../config";

const CLASSES: Readonly<Record<string, readonly string[]>> = {
  dev: ["synthetic", "public"],
  staging: ["synthetic", "public", "internal"],
  prod: ["synthetic", "public", "internal", "confidential", "restricted"],
};

/**
 * What holds for every environment that was ever accepted, written without the code that accepts it. The
 * program relies on each of these.
 */
export function assertSound({ stack, company, environment, teams }: EnvironmentSettings): void {
  assert.equal(environment.tier, stack);
  const { workloads, ...central } = company.accounts;
  const ids = [
    ...(environment.standalone ? [] : Object.values(central)),
    ...Object.values(workloads).map(({ id }) => id),
  ];
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^[0-9]{12}$/);

  const ranges = Object.values(workloads).map(({ cidr }) => cidr);
  for (const range of ranges)
    assert.match(range, /^(10\.\d{1,3}|172\.(1[6-9]|2\d|3[01])|192\.168)\.0\.0\/16$/);
  assert.equal(new Set(ranges).size, ranges.length);
  assert.ok(company.regions.allowed.includes(company.regions.home));

  const places = new Set<string>();
  for (const [name, team] of Object.entries(teams)) {
    assert.match(name, /^[a-z](-?[a-z0-9]){0,15}$/);
    const account = team.account ?? environment.account;
    assert.ok(Object.hasOwn(workloads, account) && workloads[account]?.environment === stack);
    assert.ok(CLASSES[stack]?.includes(team.dataClassification));
    assert.ok(Number.isInteger(team.networkSlot) && team.networkSlot >= 0 && team.networkSlot < 120);
    assert.ok(!places.has(`${account} ${team.networkSlot}`));
    places.add(`${account} ${team.networkSlot}`);
    assert.ok(team.monthlyBudgetUsd > 0 && Number.isFinite(team.monthlyBudgetUsd));
    assert.ok(team.owners.length > 0);
    if (stack === "prod") assert.deepEqual(team.notebooks, {});
    for (const model of Object.values(team.models)) {
      assertSource(model, team.modelPackageGroups, `${company.name}-${stack}-${name}-`, stack);
      assert.ok(model.instanceCount >= (stack === "prod" ? 2 : 1));
      for (const caller of model.callers) assert.ok(caller !== name && Object.hasOwn(teams, caller));
    }
    for (const { features, recordIdentifier, eventTime } of Object.values(team.featureGroups)) {
      assert.ok(Object.hasOwn(features, recordIdentifier) && Object.hasOwn(features, eventTime));
    }
  }
}

/** A model is an image by digest with an artifact, or a version in a group of the team's own. */
function assertSource(
  { image, artifact, modelPackage }: EnvironmentSettings["teams"][string]["models"][string],
  groups: readonly string[],
  prefix: string,
  stack: string,
): void {
  if (modelPackage === undefined) {
    assert.match(image ?? "", /@sha256:[a-f0-9]{64}$/);
    assert.match(artifact ?? "", /\.tar\.gz$/);
    assert.notEqual(stack, "prod");
    return;
  }
  assert.deepEqual([image, artifact], [undefined, undefined]);
  assert.match(modelPackage, /^arn:aws(-cn)?:sagemaker:[a-z0-9-]+:\d{12}:model-package\/[a-z0-9-]+\/\d+$/);
  const [group, version] = modelPackage.split("model-package/")[1]?.split("/") ?? [];
  assert.match(version ?? "", /^[1-9]\d*$/);
  assert.ok(group?.startsWith(prefix) === true && groups.includes(group.slice(prefix.length)));
}
