import { deferred, type Finding, mustBe, type ResourceControl, type Subject, violation } from "../../core";

const PERMISSION = "aws:lambda/permission:Permission";
const ORIGINS = "cors.allowOrigins";

export const lambdaUrlAuthenticated: ResourceControl = {
  kind: "resource",
  name: "lambda-url-authenticated",
  description: "Function URLs ask for IAM authentication, and let pages of named origins call them at most.",
  severity: "high",
  levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  why: "A URL without authentication runs the function, with all that its role may do, for whoever finds it.",
  fix: {
    text: "Set authorizationType to AWS_IAM, and name the origins that need CORS.",
    code: `new lambda.FunctionUrl("score", { functionName: score.name, authorizationType: "AWS_IAM" });`,
  },
  frameworks: {
    nist: ["SC-7", "SC-7(3)", "SC-7(9)", "SC-7(11)", "SC-7(20)"],
    fsbp: ["Lambda.1"],
    checkov: ["CKV_AWS_258", "CKV2_AWS_75"],
  },
  types: ["aws:lambda/functionUrl:FunctionUrl", PERMISSION],
  check: (subject) => {
    if (subject.type === PERMISSION) return judgePermission(subject);
    const isIam = (type: unknown) => type === "AWS_IAM";
    return [...mustBe(subject, "authorizationType", isIam, '"AWS_IAM"'), ...judgeOrigins(subject)];
  },
};

/** The other half of an open URL: a permission to call it without signing. */
function judgePermission(permission: Subject): readonly Finding[] {
  return mustBe(permission, "functionUrlAuthType", (type) => type !== "NONE", '"AWS_IAM"', { unset: true });
}

/** Without origins no page of another origin may call. */
function judgeOrigins(url: Subject): readonly Finding[] {
  const origins = url.properties.list(ORIGINS);
  if (origins.state === "unknown") return [deferred(url, ORIGINS)];
  if (origins.state === "unset") return [];
  return origins.value.flatMap(({ path, value }): readonly Finding[] => {
    if (value.state === "unknown") return [deferred(url, path)];
    if (value.state === "known" && !String(value.value).includes("*")) return [];
    return [violation(url, path, value, "an origin, as https://studio.example.com")];
  });
}
