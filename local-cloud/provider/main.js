"use strict";

// Started by the engine through the scripts in `../bin`. Types are not checked here: a provider must start fast.
require("ts-node").register({
  transpileOnly: true,
  skipProject: true,
  cwd: __dirname,
  compilerOptions: { module: "commonjs", target: "ES2022", esModuleInterop: true },
});
require("./main.ts");
