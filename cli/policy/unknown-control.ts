import { nearest } from "../../config/nearest";
import type { Control } from "../../policy-pack/contract/control";

/** Says that there is no such control, and what may have been meant: the nearest spelling, or names with the same words. */
export function unknownControl(name: string, controls: readonly Pick<Control, "name">[]): string {
  const names = controls.map((control) => control.name);
  const spelling = nearest(name, names);
  if (spelling !== undefined) return `There is no control "${name}". Did you mean ${spelling}?`;
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);
  const similar = names.filter((one) => words.some((word) => one.split("-").includes(word)));
  const those =
    similar.length === 0 ? "npm run policy -- list names them all." : `Near it are: ${similar.join(", ")}.`;
  return `There is no control "${name}". ${those}`;
}
