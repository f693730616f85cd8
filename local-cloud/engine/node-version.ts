import { coerce, compare, SemVer } from "semver";

/** The oldest Node that the dependencies support. */
export const OLDEST_NODE = new SemVer("20.19.0");

/** What is wrong with a Node version such as `v18.20.0`, or undefined when it will do. */
export function nodeProblem(version: string): string | undefined {
  const found = coerce(version);
  if (found !== null && compare(found, OLDEST_NODE) >= 0) return undefined;
  return `This is Node ${version}; ${OLDEST_NODE.version} or newer is needed: https://nodejs.org/`;
}
