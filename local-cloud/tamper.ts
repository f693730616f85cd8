import { cloudFolder } from "./store/folder";
import { allRecords, removeRecord, replaceRecord, type CloudRecord } from "./store/records";

/** Nothing in the local cloud has the URN. */
export class NothingToTamperError extends Error {
  constructor(urn: string) {
    super(`Nothing in the local cloud was created for ${urn}.`);
  }
}

/**
 * Changes a resource behind Pulumi's back, as someone in the console would: the next refresh sees it as drift.
 * @param property A dotted path: `versioningConfiguration.status`, `tags.Owner`, `ingress.0.cidrBlocks`.
 * @param value The new value; undefined takes the property away.
 * @param folder The cloud's folder. Default: this process's own.
 * @throws NothingToTamperError
 */
export function tamper(urn: string, property: string, value: unknown, folder: string = cloudFolder()): void {
  const record = created(urn, folder);
  const path = property.split(".");
  const inputs = withValue(record.inputs, path, value) as CloudRecord["inputs"];
  const outputs = withValue(record.outputs, path, value) as CloudRecord["outputs"];
  replaceRecord({ ...record, inputs, outputs }, folder);
}

/** Deletes a resource behind Pulumi's back. @throws NothingToTamperError */
export function vanish(urn: string, folder: string = cloudFolder()): void {
  removeRecord(created(urn, folder), folder);
}

function created(urn: string, folder: string): CloudRecord {
  const record = allRecords(folder).find((candidate) => candidate.urn === urn);
  if (!record) throw new NothingToTamperError(urn);
  return record;
}

function withValue(target: unknown, [step = "", ...rest]: readonly string[], value: unknown): unknown {
  const copy: Record<string, unknown> | unknown[] = Array.isArray(target)
    ? [...(target as unknown[])]
    : { ...(target as object) };
  const inside = copy as Record<string, unknown>;
  if (rest.length > 0) inside[step] = withValue(inside[step] ?? {}, rest, value);
  else if (value === undefined) delete inside[step];
  else inside[step] = value;
  return copy;
}
