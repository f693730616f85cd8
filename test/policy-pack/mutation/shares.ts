import { fork } from "node:child_process";
import os from "node:os";
import path from "node:path";
import type { Selection, Share, Told } from "./judge-share";
import type { Outcome } from "./outcome";

/** Without a stack trace for each promise of the SDK, and with more room for what lives as long as one judgement. */
const NODE_OPTIONS = ["--stack-trace-limit=0", "--max-semi-space-size=64"];
const ENTRY = path.join(__dirname, "judge-share.js");

/**
 * Judges mutants in as many processes as the machine has processors.
 * @param tell Told how many are judged, of how many.
 * @returns The outcomes, in the order of the mutants.
 * @throws when one of the processes ends before its share is judged.
 */
export async function judgeInShares(
  selection: Selection,
  tell: (judged: number, of: number) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let judged = 0;
  const processes = os.availableParallelism();
  const shares = Array.from({ length: processes }, (_, first): Share => ({
    ...selection,
    first,
    of: processes,
  }));
  await Promise.all(
    shares.map((share) =>
      judgedElsewhere(share, ({ selected, outcomes: more }) => {
        for (const [place, outcome] of more) outcomes[place] = outcome;
        judged += more.length;
        tell(judged, selected);
      }),
    ),
  );
  return outcomes;
}

function judgedElsewhere(share: Share, told: (told: Told) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(ENTRY, [JSON.stringify(share)], { execArgv: NODE_OPTIONS });
    child.on("message", told);
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`A process that judges mutants ended with ${code}.`));
    });
  });
}
