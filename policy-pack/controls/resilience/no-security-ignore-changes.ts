import { type ResourceControl, violation } from "../../core";
import { hiddenBy } from "./security-properties";

export const noSecurityIgnoreChanges: ResourceControl = {
  kind: "resource",
  name: "no-security-ignore-changes",
  description: "ignoreChanges hides no property that decides on security.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "What is ignored is neither corrected when someone opens it by hand, nor applied when the program closes it: the check passes and the door stays open.",
  fix: {
    text: "Take the property off ignoreChanges; where another system owns part of it, name that part alone.",
    code: `new ec2.SecurityGroup("training", { ... }, { ignoreChanges: ["description"] });`,
  },
  frameworks: { nist: ["CM-3", "CM-6"] },
  types: ["aws:*"],
  check: ({ urn, type, options }, { settings }) =>
    (options.ignoreChanges ?? []).flatMap((path) => {
      const hidden = hiddenBy(type, path, settings.requiredTags);
      if (hidden === undefined) return [];
      return [
        violation({ urn }, "ignoreChanges", hidden, "only properties that do not decide on security", {
          finding: path,
        }),
      ];
    }),
};
