import { allRecords } from "../../../local-cloud/store/records";
import type { FindCreated } from "./pending-creates";

/** Asks the stand-ins' cloud under which ids something was made for a URN. */
export function standInCreated(cloudFolder: string): FindCreated {
  // The stand-ins' own code finds its cloud by this variable, as it does in their processes.
  process.env["MLPLATFORM_LOCAL_CLOUD"] = cloudFolder;
  const records = allRecords();
  return (type, urn) =>
    records.filter((record) => record.type === type && record.urn === urn).map(({ id }) => id);
}
