import Table from "cli-table3";
import pc from "picocolors";
import type { Control, Level } from "../../policy-pack/contract/control";
import type { ListOptions } from "./options";

const SHOWN: Readonly<Record<Level, string>> = {
  disabled: pc.dim("–"),
  advisory: pc.yellow("tells"),
  mandatory: pc.red("blocks"),
};

// No lines: the columns carry the table, and a terminal's selection stays clean.
const PLACES = [
  "top",
  "top-mid",
  "top-left",
  "top-right",
  "bottom",
  "bottom-mid",
  "bottom-left",
  "bottom-right",
]
  .concat(["left", "left-mid", "mid", "mid-mid", "right", "right-mid"])
  .map((place) => [place, ""] as const);

/** The controls as a table, or as JSON; with a tier, those that it enforces and what they do there. */
export function listed(
  controls: readonly Control[],
  { tier, severity, json }: Omit<ListOptions, "action">,
): string {
  const wanted = controls.filter(
    (control) =>
      (severity === undefined || control.severity === severity) &&
      (tier === undefined || control.levels[tier] !== "disabled"),
  );
  if (json)
    return JSON.stringify(
      wanted.map(({ check: _check, ...data }) => data),
      null,
      2,
    );
  const tiers = tier === undefined ? (["dev", "staging", "prod"] as const) : ([tier] as const);
  const table = new Table({
    head: ["control", "severity", ...tiers].map((title) => pc.dim(title)),
    style: { head: [], border: [] },
    chars: { ...Object.fromEntries(PLACES), middle: " " },
  });
  for (const control of wanted)
    table.push([control.name, control.severity, ...tiers.map((one) => SHOWN[control.levels[one]])]);
  return `${table.toString()}\n\n${wanted.length} controls. npm run policy -- explain NAME says what one is for.`;
}
