import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { cloudFolder, syncFolder, writeNew, writeOver } from "./folder";

/** One resource that exists in the local cloud. Secrets in its properties are sealed. */
export interface CloudRecord {
  readonly type: string;
  readonly id: string;
  /** The URN that it was created for. */
  readonly urn: string;
  /** Where it is: an account's id; a region, or `global`. */
  readonly account: string;
  readonly region: string;
  /** What must be unique among its type, in the place given by `place`. */
  readonly key: string;
  /** Where the key must be unique: `global` or an account, and a region or `global`. */
  readonly place: Place;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** The space in which a key is unique. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

const RECORDS = "records";

/** Something of the type has the key already. */
export class TakenError extends Error {
  constructor(readonly holder: CloudRecord) {
    super(`${holder.type} "${holder.key}" exists already: it was created for ${holder.urn}.`);
  }
}

/** @throws TakenError when the key is in use. */
export function createRecord(record: CloudRecord): void {
  const path = fileOf(record.place, record.type, record.key);
  while (!writeNew(path, serialized(record))) {
    const holder = parsed(path);
    if (holder) throw new TakenError(holder);
  }
}

/** Writes a record over the one with the same key. */
export function replaceRecord(record: CloudRecord, folder: string = cloudFolder()): void {
  writeOver(fileOf(record.place, record.type, record.key, folder), serialized(record));
}

/** Removes a record; one that is gone already is no fault, so that an interrupted deletion can be repeated. */
export function removeRecord(record: CloudRecord, folder: string = cloudFolder()): void {
  const path = fileOf(record.place, record.type, record.key, folder);
  rmSync(path, { force: true });
  if (existsSync(dirname(path))) syncFolder(dirname(path));
}

/** The record with a key, if it has the id as well. */
export function recordOf(place: Place, type: string, id: string, key: string): CloudRecord | undefined {
  const record = parsed(fileOf(place, type, key));
  return record?.id === id ? record : undefined;
}

/** The one record of the type and place that has an id; undefined when none or several have it. */
export function recordWithId(place: Place, type: string, id: string): CloudRecord | undefined {
  const found = recordsIn(typeFolder(place, type, cloudFolder())).filter((record) => record.id === id);
  return found.length === 1 ? found[0] : undefined;
}

/** Every record of a cloud, sorted by URN. @param folder The cloud's folder. Default: this process's own. */
export function allRecords(folder: string = cloudFolder()): readonly CloudRecord[] {
  return recordsIn(join(folder, RECORDS)).sort((a, b) => (a.urn < b.urn ? -1 : a.urn > b.urn ? 1 : 0));
}

function recordsIn(folder: string): CloudRecord[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => parsed(join(folder, name)) ?? []);
}

function typeFolder(place: Place, type: string, folder: string): string {
  return join(folder, RECORDS, place.account, place.region, type.replace(/[^\w]+/g, "."));
}

function fileOf(place: Place, type: string, key: string, folder: string = cloudFolder()): string {
  return join(
    typeFolder(place, type, folder),
    `${createHash("sha256").update(key).digest("hex").slice(0, 32)}.json`,
  );
}

function serialized(record: CloudRecord): string {
  return `${JSON.stringify(record, undefined, 1)}\n`;
}

/** The record in a file; undefined when there is none, be it that another process has just removed it. */
function parsed(path: string): CloudRecord | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as CloudRecord;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
