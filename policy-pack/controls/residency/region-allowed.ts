import { judgeValue, type ResourceControl, UNSET } from "../../core";
import { belongsToGlobalRegion, GLOBAL_REGION } from "./global-region";

export const regionAllowed: ResourceControl = {
  kind: "resource",
  name: "region-allowed",
  description: "Every resource is in an allowed region, by its provider and by its own region argument.",
  severity: "critical",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "Data that leaves the agreed regions breaks contracts and the law, and lies where no guard and no log looks.",
  fix: {
    text: "Use one of the allowed regions; they are listed in policy-pack/company.json.",
    code: `new aws.Provider("core", { ..., region: "eu-central-1" });`,
  },
  frameworks: { nist: ["SA-9(5)", "SC-7"], gdpr: ["44", "45"] },
  exemptibleInProd: false,
  types: ["aws:*"],
  check: (subject, { settings }) => {
    if (settings.allowedRegions.length === 0) return "not-applicable";
    const isAllowed = (value: unknown) =>
      settings.allowedRegions.some((region) => region === value) ||
      (value === GLOBAL_REGION && belongsToGlobalRegion(subject));
    const required = `one of ${settings.allowedRegions.join(", ")}`;
    const own = subject.properties.get("region");
    const byProvider = subject.provider?.get("region") ?? UNSET;
    const optIn = subject.properties.get("regionName");
    return [
      // What the resource says goes before its provider, which must be in an allowed region all the same.
      ...judgeValue(subject, "region", own, isAllowed, required, { unset: true }),
      ...judgeValue(subject, "provider.region", byProvider, isAllowed, required, {
        unset: own.state !== "unset",
      }),
      ...(subject.type === "aws:account/region:Region"
        ? judgeValue(subject, "regionName", optIn, isAllowed, required)
        : []),
    ];
  },
};
