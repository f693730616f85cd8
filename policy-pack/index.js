"use strict";

// The entry that the engine starts. Its runner registers a ts-node that type-checks the whole pack on every run;
// that instance is switched off, and one that only transpiles takes its place. Types are checked by `npm run typecheck`.
process[Symbol.for("ts-node.register.instance")]?.enabled(false);
require("ts-node").register({ transpileOnly: true, cwd: __dirname, project: `${__dirname}/tsconfig.json` });
require("./pack");
