/** `npm run pull-request`: the judgement of a pull request, by the offline check, with every report written. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { MARKER } from "../../policy-pack/reports/markdown";
import { checkCommand } from "../check";

const USAGE = `npm run pull-request -- [--base REVISION] [--out FOLDER]

Judges a pull request as the workflow does: the offline check of every stack, with no engine, no account and no
network. Writes check.json, check.sarif, check.xml (JUnit), check.html and check.md (the comment) into FOLDER.

  --base REVISION  the revision that the change is held against: origin/main, or HEAD^1 of a merge commit
  --out FOLDER     default: check-out, which git ignores

Exit code: 0 clean, 1 policy violations, 2 bad input.`;

/**
 * Runs the command. In GitHub Actions the comment is also the summary of the job, which forks may write too.
 * @param argv What stands behind `pull-request` on the command line.
 * @param root The folder of the project.
 * @returns The check's exit code.
 */
export async function pullRequestCommand(argv: string[], root: string): Promise<number> {
  let values: { base?: string; out: string; help: boolean };
  try {
    values = parseArgs({
      args: argv,
      options: {
        base: { type: "string" },
        out: { type: "string", default: "check-out" },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const file = (ending: string) => path.resolve(values.out, `check.${ending}`);
  const comment = file("md");
  mkdirSync(path.dirname(comment), { recursive: true });
  // A comment of an earlier run must not be taken for this one's.
  rmSync(comment, { force: true });
  try {
    return await checkCommand(
      [
        ...(values.base === undefined ? [] : ["--base", values.base]),
        ...["--json", file("json"), "--sarif", file("sarif"), "--junit", file("xml"), "--html", file("html")],
        ...["--markdown", comment],
      ],
      root,
    );
  } finally {
    if (!existsSync(comment)) writeFileSync(comment, NO_JUDGEMENT);
    const summary = process.env["GITHUB_STEP_SUMMARY"];
    if (summary !== undefined) appendFileSync(summary, readFileSync(comment, "utf8"));
  }
}

const NO_JUDGEMENT = `${MARKER}
## ✖ Policies: the check came to no judgement

It stopped before the stacks were judged: the log of the job says why.
`;
