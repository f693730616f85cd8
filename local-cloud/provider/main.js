"use strict";

// Started by the engine through the scripts in `../bin`.
require("../typescript/register");
require("./main.ts");
