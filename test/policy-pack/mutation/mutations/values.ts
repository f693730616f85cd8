import { definitionOf, inputsOf, inputsWithin } from "../type-definitions";
import type { Edit, Mutation, Path } from "../mutant";

/** An optional property left out, an element taken from a list. A required one cannot be: the provider refuses. */
export const removed: Mutation = ({ resource, path }) => {
  const isElement = typeof path.at(-1) === "number";
  const definition = definitionOf(resource.type, path);
  const mayBeMissing = isElement || (definition?.optional ?? true);
  return mayBeMissing ? [{ path, kind: "removed", value: undefined }] : [];
};

/** A list with nothing in it. */
export const emptied: Mutation = ({ path, value }) =>
  Array.isArray(value) && value.length > 0 ? [{ path, kind: "emptied", value: [] }] : [];

export const flipped: Mutation = ({ path, value }) => {
  if (typeof value === "boolean") return [{ path, kind: "flipped", value: !value }];
  if (value === "true" || value === "false")
    return [{ path, kind: "flipped", value: value === "true" ? "false" : "true" }];
  return [];
};

/** A number made much smaller and much larger. Whichever weakens, the generator does not know. */
export const numbers: Mutation = ({ path, value }) => {
  if (typeof value !== "number") return [];
  const smaller = value > 1 ? Math.max(1, Math.floor(value / 10)) : 0;
  const edits = [
    { path, kind: "decreased", value: smaller },
    { path, kind: "increased", value: (value + 1) * 10 },
  ];
  return edits.filter((edit) => edit.value !== value);
};

/** Every other value that the documentation of `@pulumi/aws` names beside the present one. */
export const otherDocumentedValues: Mutation = ({ resource, path, value }) => {
  if (typeof value !== "string") return [];
  const last = path.findIndex((step) => typeof step === "number" && path.at(-1) === step);
  const at = last === path.length - 1 ? path.slice(0, -1) : path;
  const { quoted = [] } = definitionOf(resource.type, at) ?? {};
  if (!quoted.includes(value)) return [];
  const siblings = definitionsBeside(resource.type, at);
  const others = [...new Set(quoted)].filter((word) => word !== value && !siblings.has(word));
  return others.map((other) => ({ path, kind: `set to ${other}`, value: other }));
};

/** Every switch that is not set, turned on: for most of AWS's, off is what an unset one means. */
export function switchesTurnedOn(type: string, at: Path, present: Readonly<Record<string, unknown>>): Edit[] {
  return [...definitionsBeside(type, [...at, "any"])]
    .filter(([name, { type: of }]) => /^pulumi\.Input<boolean\b/.test(of) && present[name] === undefined)
    .map(([name]) => ({ path: [...at, name], kind: "turned on", value: true }));
}

function definitionsBeside(type: string, at: Path) {
  const parent = definitionOf(type, at.slice(0, -1));
  if (parent !== undefined) return inputsWithin(parent);
  const isTop = at.filter((step) => typeof step === "string").length <= 1;
  return isTop ? inputsOf(type) : new Map<string, never>();
}
