/**
 * Runs a Pulumi program with no engine, no plugin and no account, and keeps all that it registered: what the
 * offline check judges and what the tests look at. It is no imitation of the engine: nothing is deployed, and
 * a test compares its URNs with those of a real preview.
 */
export { previewView } from "./preview-view";
export { record, type RecordOptions } from "./record";
export type { RecordedResource, Recording } from "./recorded-resource";
