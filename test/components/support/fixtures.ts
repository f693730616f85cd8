import type { Company, Team, Tier } from "../../../config";
import { POSTURES } from "../../../config";
import type { Scope } from "../../../components/secure";

/** The company of all component tests. */
export const company: Company = {
  name: "acme",
  partition: "aws",
  organization: {
    id: "o-exampleorgid",
    units: { dev: "ou-ab12-11111111", staging: "ou-ab12-22222222", prod: "ou-ab12-33333333" },
  },
  regions: { home: "eu-central-1", allowed: ["eu-central-1"] },
  accounts: {
    management: "111111111111",
    logArchive: "222222222222",
    security: "333333333333",
    shared: "444444444444",
    workloads: { "ml-dev": { id: "555555555555", environment: "dev", cidr: "10.16.0.0/16" } },
  },
  platform: { costCenter: "CC-1000", owners: ["ml-platform@example.com"] },
  deploymentRole: "mlplatform-deployment",
  previewRole: "mlplatform-preview",
};

export const ACCOUNT = "555555555555";
export const REGION = "eu-central-1";

/** The scope of `owner` in a tier's account. */
export function scopeOf(owner: string, tier: Tier = "dev", overrides: Partial<Scope> = {}): Scope {
  return {
    company,
    posture: POSTURES[tier],
    environment: tier,
    account: { name: `ml-${tier}`, id: ACCOUNT },
    region: REGION,
    partition: "aws",
    owner,
    costCenter: "CC-1001",
    contacts: ["owner@example.com"],
    dataClassification: "synthetic",
    offboarding: false,
    ...overrides,
  };
}

/** A team that asks for nothing. */
export function plainTeam(networkSlot: number, overrides: Partial<Team> = {}): Team {
  return {
    costCenter: "CC-1001",
    owners: ["owner@example.com"],
    dataClassification: "synthetic",
    networkSlot,
    state: "active",
    monthlyBudgetUsd: 1000,
    modelPackageGroups: [],
    models: {},
    notebooks: {},
    featureGroups: {},
    secrets: {},
    ...overrides,
  };
}

/** An inference image pinned by digest, in the shared account. */
export const IMAGE = `444444444444.dkr.ecr.eu-central-1.amazonaws.com/acme/scorer@sha256:${"0".repeat(64)}`;

/** A team that asks for everything that its tier has. */
export function fullTeam(networkSlot: number, overrides: Partial<Team> = {}): Team {
  return plainTeam(networkSlot, {
    training: { instanceTypes: ["ml.m5.xlarge"], maxRuntimeHours: 24 },
    modelPackageGroups: ["scorer"],
    models: {
      scorer: {
        image: IMAGE,
        artifact: "scorer/1/model.tar.gz",
        instanceType: "ml.m5.xlarge",
        instanceCount: 1,
        callers: [],
      },
      ranker: {
        image: IMAGE,
        artifact: "ranker/1/model.tar.gz",
        instanceType: "ml.g4dn.xlarge",
        instanceCount: 3,
        callers: [],
      },
    },
    notebooks: { explore: { instanceType: "ml.t3.medium", volumeSizeGb: 50 } },
    featureGroups: {
      cards: { recordIdentifier: "card", eventTime: "at", features: { card: "String", at: "Fractional" } },
    },
    secrets: { feed: { description: "The feed of card events.", rotationDays: 30 } },
    ...overrides,
  });
}

/** The same team with every model a version in its own registry, as prod demands. */
export function registered(name: string, tier: Tier, team: Team): Team {
  const models = Object.entries(team.models).map(([model, { image: _, artifact: __, ...rest }]) => [
    model,
    {
      ...rest,
      modelPackage: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:model-package/acme-${tier}-${name}-${model}/1`,
    },
  ]);
  return {
    ...team,
    modelPackageGroups: Object.keys(team.models),
    models: Object.fromEntries(models) as Team["models"],
  };
}
