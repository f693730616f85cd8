import path from "node:path";

/** How node is started for a scenario: as `npm run check` starts it, with the same room for young objects. */
export const CHILD: readonly string[] = ["--max-semi-space-size=32", path.join(__dirname, "child.js")];
