"use strict";

// The entry that the engine starts. Its runner registers a ts-node that type-checks the whole pack on every run;
// that instance is switched off, and sucrase, which only strips the types, takes its place: loading the pack then
// takes a quarter of the time, on every preview. Types are checked by `npm run typecheck`.
process[Symbol.for("ts-node.register.instance")]?.enabled(false);
const { addHook } = require("sucrase/dist/register");
addHook(".ts", { transforms: ["imports", "typescript"], disableESTransforms: true });
require("./pack");
