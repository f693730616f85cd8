import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { NewOptions } from "../options";
import { OptionError } from "../options";
import { controlFile, variableName } from "./control-template";
import { insertLine } from "./insert-line";
import { testFile } from "./test-template";

/**
 * Writes a control, its test, and their places in the pack's list and in the pinned list of levels.
 * @param root The folder of the project.
 * @returns What was written and what comes next, for the terminal.
 * @throws OptionError when there is a control of that name already; nothing is written then.
 */
export async function newControl(root: string, options: NewOptions): Promise<string> {
  const { name, area } = options;
  const index = "policy-pack/controls/index.ts";
  const levels = "test/policy-pack/catalogue/levels.ts";
  const control = `policy-pack/controls/${area}/${name}.ts`;
  const test = `test/policy-pack/${area}/${name}.test.ts`;
  const folders = path.join(root, "policy-pack/controls");
  const existing = readdirSync(folders, { recursive: true, encoding: "utf8" });
  if (existing.some((file) => path.basename(file) === `${name}.ts`) || existsSync(path.join(root, test)))
    throw new OptionError(`There is a control ${name} already.`);

  const read = (file: string) => readFileSync(path.join(root, file), "utf8");
  // Everything is worked out before anything is written, so that a failure leaves no half of it behind.
  const files: readonly (readonly [string, string])[] = [
    [control, controlFile(options)],
    [test, testFile(options)],
    [index, listedIn(read(index), options)],
    [levels, pinnedIn(read(levels), name)],
  ];
  const formatted = await Promise.all(
    files.map(async ([file, text]) => [file, await prettily(path.join(root, file), text)] as const),
  );
  for (const [file, text] of formatted) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return `Wrote ${control}
      ${test}
Added it to ${index} and ${levels}.

Next: write the cases of the test and then the control; npx mocha ${test} runs them.
Other levels than A/M/M are a change of policy: pin them in ${levels} too.
When it passes: npm run docs writes its page, npm run check shows what it finds here.
docs/adding-a-control.md says what a good control and a good test are.`;
}

/** As `npm run format` would leave it: how long a name is decides where lines break. */
async function prettily(file: string, text: string): Promise<string> {
  const { format, resolveConfig } = await import("prettier");
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

function listedIn(index: string, { name, area }: NewOptions): string {
  const variable = variableName(name);
  const imported = insertLine(
    index,
    `import { ${variable} } from "./${area}/${name}";`,
    { after: /^import type \{ Control \}/, before: /^$/ },
    (line) => importsLater(line, `./${area}/${name}`),
  );
  const entry = `  ${variable},`;
  const isLater = (line: string) => /^ {2}\w+,$/.test(line) && line > entry;
  return insertLine(imported, entry, { after: /^const all/, before: /^\];/ }, isLater);
}

/** Imports are in the order of what they import from, not of what they name. */
function importsLater(line: string, from: string): boolean {
  const other = /from "(\.\/.+)";$/.exec(line)?.[1];
  return other !== undefined && other > from;
}

function pinnedIn(levels: string, name: string): string {
  const entry = `  "${name} A/M/M",`;
  const isLater = (line: string) => /^ {2}"/.test(line) && line > entry;
  return insertLine(levels, entry, { after: /^export const LEVELS/, before: /^\];/ }, isLater);
}
