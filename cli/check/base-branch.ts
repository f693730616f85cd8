import { spawnSync } from "node:child_process";
import { loadAndValidate, stackFile, type EnvironmentSettings, type Problem } from "../../config";
import { rememberedTeams, teamChangeProblems } from "../team-changes";

/** A revision that git does not know: the user's mistake, or a clone too shallow to hold it. */
export class UnknownRevisionError extends Error {}

/**
 * What must not change in one step since another revision of the stack's file: a team removed while its data is
 * protected, or moved.
 * @param base The revision to compare with, such as `origin/main`.
 * @throws UnknownRevisionError when git does not know the revision.
 */
export function problemsSince(root: string, base: string, settings: EnvironmentSettings): Problem[] {
  const text = fileAt(root, base, stackFile(settings.stack));
  if (text === undefined) return [];
  const before = loadAndValidate(root, settings.stack, text);
  // What was not valid was never deployed, so that nothing can be lost of it.
  if (!before.ok || before.settings.kind !== "environment") return [];
  return teamChangeProblems(rememberedTeams(before.settings), settings);
}

/** A file as it is in a revision; undefined where the revision has no such file. */
function fileAt(root: string, revision: string, file: string): string | undefined {
  const git = (...args: string[]) => spawnSync("git", ["-C", root, ...args], { encoding: "utf8" });
  if (git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`).status !== 0) {
    throw new UnknownRevisionError(
      `git knows no revision ${JSON.stringify(revision)}. In a shallow clone, fetch it first: git fetch origin ${revision}`,
    );
  }
  const shown = git("show", "--end-of-options", `${revision}:./${file}`);
  return shown.status === 0 ? shown.stdout : undefined;
}
