import { encryptDisks } from "./encrypt-disks";
import { denyNotebookRoot, encryptQueues, rotateKeys } from "./fill-defaults";
import { fillTags } from "./fill-tags";
import type { Remediation } from "./remediation";
import { requireSessionTokens } from "./require-session-tokens";

export type { Change, Remediation } from "./remediation";

/** What the pack can mend by itself: only what was left out, and only what changes nothing that anybody relies on. */
export const REMEDIATIONS: readonly Remediation[] = [
  encryptDisks,
  requireSessionTokens,
  rotateKeys,
  denyNotebookRoot,
  encryptQueues,
  fillTags,
];
