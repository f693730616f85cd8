import { deferred, type Element, mustBeCustomerKey, type ResourceControl } from "../../core";
import { hasLocalStore } from "./instance-storage";
import { VARIANTS, variantsOf } from "./variants";

export const smEndpointConfigCmk: ResourceControl = {
  kind: "resource",
  name: "sm-endpoint-config-cmk",
  description: "The storage of every endpoint is encrypted with a customer managed key, where AWS takes one.",
  severity: "high",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "Models and requests are kept on the endpoint's volumes; only a key of one's own can be cut off and shows who used it.",
  fix: {
    text: "Name the team's key. Serverless variants, and types with a local NVMe store, take none.",
    code: `new sagemaker.EndpointConfiguration("scoring", { ..., kmsKeyArn: key.arn });`,
  },
  frameworks: { nist: ["AU-9(3)", "SC-13", "SC-28(1)"], gdpr: ["32"], checkov: ["CKV_AWS_98"] },
  types: ["aws:sagemaker/endpointConfiguration:EndpointConfiguration"],
  check: (subject) => {
    const findings = mustBeCustomerKey(subject, "kmsKeyArn");
    if (findings.length === 0) return [];
    const takesKey = variantsOf(subject).map(takesKeyOf);
    const hidden = VARIANTS.find((list) => subject.properties.list(list).state === "unknown");
    if (hidden !== undefined && !takesKey.includes(true)) return [deferred(subject, hidden)];
    if (takesKey.length > 0 && takesKey.every((answer) => answer === false)) return [];
    return takesKey.includes("unknown") && !takesKey.includes(true)
      ? [deferred(subject, "kmsKeyArn")]
      : findings;
  },
};

function takesKeyOf({ properties }: Element): boolean | "unknown" {
  if (properties.get("serverlessConfig").state === "known") return false;
  const type = properties.get("instanceType");
  if (type.state === "unknown") return "unknown";
  return !(type.state === "known" && typeof type.value === "string" && hasLocalStore(type.value));
}
