"use strict";

// The pack that `policy analyze` runs for a batch of cases: the controls of the batch, as the whole pack registers
// them, each at work in every tier, with the settings and on the day of the tests.
process[Symbol.for("ts-node.register.instance")]?.enabled(false);
const { addHook } = require("sucrase/dist/register");
addHook(".ts", { transforms: ["imports", "typescript"], disableESTransforms: true });
const { PolicyPack } = require("@pulumi/policy");
const { CONTROLS } = require("../../../../policy-pack/controls");
const { policiesOf } = require("../../../../policy-pack/engine/policies");
const { NO_EXCEPTIONS } = require("../../../../policy-pack/exceptions/record");

/** @param batch The names of its controls, its settings, and the time to judge at, in milliseconds. */
module.exports = function serve({ controls, settings, now }) {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length === 0 ? [now] : given));
    }
    static now() {
      return now;
    }
  };
  const levels = { dev: "mandatory", staging: "mandatory", prod: "mandatory" };
  const own = CONTROLS.filter(({ name }) => controls.includes(name)).map((control) => ({
    ...control,
    levels,
  }));
  new PolicyPack("cases", {
    policies: policiesOf(own, settings, NO_EXCEPTIONS),
    enforcementLevel: "mandatory",
  });
};
