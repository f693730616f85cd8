import type { Mutation } from "../mutant";

/** Each tag left out, left empty, and given a value that is nobody's. `Name` is a name like any other. */
export const tags: Mutation = ({ path, value }) => {
  if (path.length !== 1 || path[0] !== "tags") return [];
  const names = Object.keys(value as Record<string, unknown>).filter((name) => name !== "Name");
  return names.flatMap((name) => [
    { path: ["tags", name], kind: "removed", value: undefined },
    { path: ["tags", name], kind: "emptied", value: "" },
    { path: ["tags", name], kind: "changed", value: "nobody-s value" },
  ]);
};
