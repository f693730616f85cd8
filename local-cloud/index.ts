/**
 * The local cloud: stand-ins for the AWS and random providers, which the real Pulumi engine finds on its PATH
 * (`bin/`), and the folder in which they keep what was created. Nothing leaves the machine.
 *
 * It takes `MLPLATFORM_LOCAL=1`, `MLPLATFORM_LOCAL_CLOUD` (a folder) and `PULUMI_CONFIG_PASSPHRASE` from the
 * environment. The table of what AWS would answer (`answers/`) serves the offline check and the tests too.
 */
export { answerCreate, answerInvoke, computedOutputs, UnknownInvokeError } from "./answers";
export type { Answer, AnswerContext } from "./answers";
export { pendingCreates } from "./pending-creates";
export { PROVIDERS_FOLDER, STAND_IN_LINE } from "./providers-folder";
export { HALTED_FILE } from "./store/calls";
export { cloudFolder } from "./store/folder";
export { allRecords, type CloudRecord } from "./store/records";
export { NothingToTamperError, tamper, vanish } from "./tamper";
