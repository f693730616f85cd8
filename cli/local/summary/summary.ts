import Table from "cli-table3";
import pc from "picocolors";
import type { State } from "../state";
import { inventory, type InventoryRow } from "./inventory";
import { outputLines, outputsOf } from "./outputs";

/** How many lines of outputs the summary shows; `outputs` shows them all. */
const OUTPUTS_SHOWN = 12;

/** What stands after an `up`: resources by component and account, outputs, and where to look next. */
export function summary(stack: string, state: State, policies: number): string {
  const rows = inventory(state);
  const total = rows.reduce((sum, row) => sum + row.resources, 0);
  const accounts = new Set(rows.map((row) => row.account).filter((account) => account !== ""));
  return [
    "",
    pc.bold(
      `${stack} is up: ${total} resources in ${counted(accounts.size, "account")}, ${policies} policies checked.`,
    ),
    table(rows),
    ...outputsPart(stack, state),
    "Next:",
    `  npm run local -- up ${stack}        again: no changes`,
    `  npm run local -- outputs ${stack}   all outputs`,
    `  npm run local -- destroy ${stack}   take it down`,
    pc.dim(
      "Nothing left this machine: the engine is real, AWS is a stand-in. State and cloud are in .local/.",
    ),
  ].join("\n");
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

function table(rows: readonly InventoryRow[]): string {
  const lines = new Table({
    head: ["component", "name", "account", "resources"],
    colAligns: ["left", "left", "left", "right"],
    style: { head: [], border: [], compact: true },
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
  });
  for (const { component, name, account, resources } of rows)
    lines.push([component, name, account === "" ? "none" : account, resources]);
  return lines.toString();
}

function outputsPart(stack: string, state: State): readonly string[] {
  const lines = outputLines(outputsOf(state));
  if (lines.length === 0) return [];
  const more = lines.length - OUTPUTS_SHOWN;
  const shown = lines.slice(0, OUTPUTS_SHOWN).map((line) => `  ${line}`);
  return ["Outputs:", ...shown, ...(more > 0 ? [`  … ${more} more: npm run local -- outputs ${stack}`] : [])];
}
