import { PolicyPack } from "@pulumi/policy";
import { CONTROLS } from "./controls";
import { hearEngineLevels } from "./engine/engine-levels";
import { policiesOf } from "./engine/policies";
import { loadExceptions } from "./exceptions/load";
import { allRules } from "./reports/rules";
import { COMPANY } from "./settings/company";

// Before the pack is served: what the configuration says must not be able to switch a control off in prod.
const engineLevel = hearEngineLevels(allRules(CONTROLS));

// Serves the pack to the engine as soon as it is loaded. Nothing else may import this module.
new PolicyPack("mlplatform", {
  policies: policiesOf(CONTROLS, COMPANY, loadExceptions(), engineLevel),
  enforcementLevel: "mandatory",
});
