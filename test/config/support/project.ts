import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A small company, with every line counted by the tests. */
export const PROJECT = `name: mlplatform
runtime: nodejs
config:
  mlplatform:company:
    value:
      name: acme
      organization:
        id: o-exampleorgid
        units: { dev: ou-exam-11111111, staging: ou-exam-22222222, prod: ou-exam-33333333 }
      regions:
        home: eu-central-1
        allowed: [eu-central-1, eu-west-1]
      accounts:
        management: "111111111111"
        logArchive: "222222222222"
        security: "333333333333"
        shared: "444444444444"
        workloads:
          dev: { id: "555555555555", environment: dev, cidr: 10.16.0.0/16 }
          dev-credit: { id: "666666666666", environment: dev, cidr: 10.17.0.0/16 }
          prod: { id: "777777777777", environment: prod, cidr: 10.48.0.0/16 }
      platform: { costCenter: CC-1000, owners: [ml-platform@example.com] }
`;

const DIGEST = "0123456789abcdef".repeat(4);
export const IMAGE = `444444444444.dkr.ecr.eu-central-1.amazonaws.com/scoring@sha256:${DIGEST}`;

/** Two teams, of which one has everything. */
export const STACK = `config:
  mlplatform:environment:
    tier: dev
    account: dev
  mlplatform:teams:
    fraud:
      costCenter: CC-1001
      owners: [fraud-lead@example.com]
      dataClassification: synthetic
      networkSlot: 0
      monthlyBudgetUsd: 4000
      training:
        instanceTypes: [ml.m5.xlarge]
      models:
        scoring:
          image: ${IMAGE}
          artifact: scoring/model.tar.gz
          instanceType: ml.m5.large
          instanceCount: 1
          callers: [checkout]
      notebooks:
        exploration:
          instanceType: ml.t3.medium
      featureGroups:
        transactions:
          recordIdentifier: transaction_id
          eventTime: event_time
          features:
            transaction_id: String
            event_time: Fractional
      secrets:
        labelling:
          description: The password of the labelling service.
    checkout:
      costCenter: CC-1002
      owners: [checkout-lead@example.com]
      dataClassification: public
      networkSlot: 1
      monthlyBudgetUsd: 1500.5
`;

/** A version of the first team's registry in prod. */
export const PACKAGE = "arn:aws:sagemaker:eu-central-1:777777777777:model-package/acme-prod-fraud-scoring/3";

/** The same as prod, without what prod does not allow. */
export const PROD_STACK = STACK.replace("tier: dev", "tier: prod")
  .replace("account: dev", "account: prod")
  .replace("      models:", "      modelPackageGroups: [scoring]\n      models:")
  .replace(/image: .*\n.*artifact: .*\n/, `modelPackage: ${PACKAGE}\n`)
  .replace("instanceCount: 1", "instanceCount: 2")
  .replace(/ {6}notebooks:\n.*\n.*\n/, "");

/** Makes a folder that holds the files. */
export function makeProject(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = mkdtempSync(path.join(tmpdir(), "mlplatform-config-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(root, name), content);
  return { root, remove: () => rmSync(root, { recursive: true }) };
}

/** Calls `use` with a folder that holds the files, and removes it afterwards. */
export function withProject<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (root: string) => T,
): T {
  const { root, remove } = makeProject(files);
  try {
    return use(root);
  } finally {
    remove();
  }
}

/** A text with one part replaced. @throws Error when the part is not there, so that no case tests nothing. */
export function replaced(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`The fixture does not hold ${JSON.stringify(part)}.`);
  return text.replace(part, () => by);
}
