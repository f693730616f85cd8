import Table from "cli-table3";
import pc from "picocolors";
import type { State } from "../state";
import { inventory, type InventoryRow } from "./inventory";
import { outputLines, outputsOf } from "./outputs";

/** How many lines of outputs the summary shows; `outputs` shows them all. */
const OUTPUTS_SHOWN = 12;

/** A stack that is up. */
export interface UpStack {
  readonly name: string;
  readonly state: State;
}

export interface SummaryOptions {
  /** How many policies judged the stack. */
  readonly policies: number;
  /** The width of the terminal, in characters: longer lines of outputs are cut. */
  readonly columns: number;
}

/**
 * What stands after an `up`: resources by component and account, outputs, and where to look next.
 * @param stack The stack that was asked for.
 * @param others Stacks that it reads, and that are up beside it.
 */
export function summary(stack: UpStack, others: readonly UpStack[], options: SummaryOptions): string {
  const { name } = stack;
  const stacks = [...others, stack];
  const rows = stacks.flatMap((one) => inventory(one.state).map((row) => ({ ...row, stack: one.name })));
  const total = rows.reduce((sum, row) => sum + row.resources, 0);
  const accounts = new Set(rows.map((row) => row.account).filter((account) => account !== ""));
  const names = stacks.map((one) => one.name).join(" and ");
  const verb = stacks.length === 1 ? "is" : "are";
  const size = `${total} resources in ${counted(accounts.size, "account")}`;
  return [
    "",
    pc.bold(`${names} ${verb} up: ${size}, ${options.policies} policies checked.`),
    table(rows),
    ...outputsPart(stack, options.columns),
    "Next:",
    `  npm run local -- up ${name.padEnd(10)} again: no changes`,
    `  npm run local -- outputs ${name.padEnd(5)} all outputs`,
    `  npm run local -- destroy ${name.padEnd(5)} take it down`,
    pc.dim("Nothing left this machine: the engine is real, AWS is a stand-in. All of it is in .local/."),
  ].join("\n");
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

function table(rows: readonly (InventoryRow & { readonly stack: string })[]): string {
  const lines = new Table({
    head: ["stack", "component", "name", "account", "resources"],
    colAligns: ["left", "left", "left", "left", "right"],
    style: { head: [], border: [], compact: true },
  });
  for (const { stack, component, name, account, resources } of rows) {
    lines.push([stack, component, name, account === "" ? "none" : account, resources]);
  }
  return lines.toString();
}

function outputsPart({ name, state }: UpStack, columns: number): readonly string[] {
  const lines = outputLines(outputsOf(state));
  if (lines.length === 0) return [];
  const more = lines.length - OUTPUTS_SHOWN;
  const cut = (line: string) => (line.length > columns ? `${line.slice(0, columns - 1)}…` : line);
  const shown = lines.slice(0, OUTPUTS_SHOWN).map((line) => cut(`  ${line}`));
  return ["Outputs:", ...shown, ...(more > 0 ? [`  … ${more} more: npm run local -- outputs ${name}`] : [])];
}
