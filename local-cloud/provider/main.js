"use strict";

// Started by the engine through the scripts in `../bin`.
require("./transpiled");
require("./main.ts");
