import { PolicyPack } from "@pulumi/policy";
import { CONTROLS } from "./controls";
import { policiesOf } from "./engine/policies";
import { loadExceptions } from "./exceptions/load";
import { COMPANY } from "./settings/company";

// Serves the pack to the engine as soon as it is loaded. Nothing else may import this module.
new PolicyPack("mlplatform", {
  policies: policiesOf(CONTROLS, COMPANY, loadExceptions()),
  enforcementLevel: "mandatory",
});
