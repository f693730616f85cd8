import { cloudFolder } from "./store/folder";
import { allRecords } from "./store/records";

/**
 * The ids that exist in the local cloud for a resource whose creation was interrupted: none when it never
 * came to be; one when only Pulumi's state missed it, which is then to be imported; more would be doubles.
 * Random values are kept nowhere but in the state, so that theirs never exist.
 * @param known Ids that the state has for the URN: of the one that a replacement was to follow, for instance.
 * @param folder The cloud's folder. Default: this process's own.
 */
export function pendingCreates(
  type: string,
  urn: string,
  known: readonly string[] = [],
  folder: string = cloudFolder(),
): readonly string[] {
  return allRecords(folder)
    .filter((record) => record.type === type && record.urn === urn && !known.includes(record.id))
    .map((record) => record.id);
}
