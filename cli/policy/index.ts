/** `npm run policy`: explains, lists and adds the policy pack's controls. */
import pc from "picocolors";
import { CONTROLS } from "../../policy-pack/controls";
import { allRules } from "../../policy-pack/reports/rules";
import { explained } from "./explain-control";
import { listed } from "./list-controls";
import { newControl } from "./new/new-control";
import { OptionError, policyOptions } from "./options";
import { unknownControl } from "./unknown-control";

const USAGE = `Explains, lists and adds the policy pack's controls.

  npm run policy -- explain NAME                          why it is there, how to mend, what each tier enforces
  npm run policy -- list [--tier dev|staging|prod] [--severity high] [--json]
  npm run policy -- new NAME --area AREA [--kind resource|graph] [--type s3/bucket:Bucket]

new writes the control and its test, and adds it to the pack and to the pinned list of levels. Until the control
is filled in it blocks whatever it looks at, and its test fails. AREA is a folder of policy-pack/controls.`;

/**
 * Runs the command.
 * @param argv What stands behind `policy` on the command line.
 * @param root The folder of the project.
 * @returns 0 when it was done, 2 when the arguments are not valid.
 */
export async function policyCommand(argv: string[], root: string): Promise<number> {
  if (argv.length === 0 || argv.includes("--help")) {
    console.log(USAGE);
    return argv.length === 0 ? 2 : 0;
  }
  try {
    console.log(await run(argv, root));
    return 0;
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    console.error(`${pc.red(error.message)}\nSee npm run policy -- --help.`);
    return 2;
  }
}

function run(argv: string[], root: string): string | Promise<string> {
  const options = policyOptions(argv);
  switch (options.action) {
    case "explain": {
      const rules = allRules(CONTROLS);
      const control = rules.find(({ name }) => name === options.name);
      if (control === undefined) throw new OptionError(unknownControl(options.name, rules));
      return explained(control);
    }
    case "list":
      return listed(CONTROLS, options);
    case "new":
      return newControl(root, options);
  }
}
