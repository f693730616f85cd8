import { allRecords, removeRecord, type CloudRecord } from "../../../local-cloud/store/records";
import { PROJECT } from "../state";

/** What the stand-ins' cloud holds, without their help: they may have been killed. */
export interface StandInCloud {
  /** Everything that was made for a stack. */
  madeFor(stack: string): readonly CloudRecord[];
  /** Takes something out of the cloud. */
  remove(record: CloudRecord): void;
}

/** @param folder Where the stand-ins keep their cloud. */
export function standInCloud(folder: string): StandInCloud {
  // The stand-ins' own code finds its cloud by this variable, as it does in their processes.
  const there = <T>(work: () => T): T => {
    process.env["MLPLATFORM_LOCAL_CLOUD"] = folder;
    return work();
  };
  return {
    madeFor: (stack) =>
      there(() => allRecords().filter(({ urn }) => urn.startsWith(`urn:pulumi:${stack}::${PROJECT}::`))),
    remove: (record) => there(() => removeRecord(record)),
  };
}
