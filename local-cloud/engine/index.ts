/** The real Pulumi engine: where it comes from, and what it is told so that it stays on this machine. */
export { OLDEST_VERSION, PINNED_VERSION, type Attempt, type Engine, type EngineOrigin } from "./engine";
export { analyzerFolder } from "./analyzer";
export { findEngine, type FindEngineOptions } from "./find-engine";
export { NoEngineError } from "./no-engine";
export { nodeProblem } from "./node-version";
export { whereIs } from "./on-path";
export { oneAtATime } from "./one-at-a-time";
export { identityOf, isRunning, type ProcessIdentity } from "./process-identity";
