import {
  type Context,
  deferred,
  type Element,
  type Finding,
  isFalse,
  judgeCustomerKey,
  judgeValue,
  type ResourceControl,
  type Subject,
} from "../../core";
import { judgeLocation } from "../../sagemaker/locations";
import { variantsOf } from "./variants";

export const smEndpointNoShellOrDumps: ResourceControl = {
  kind: "resource",
  name: "sm-endpoint-no-shell-or-dumps",
  description:
    "Nobody opens a shell in an endpoint's containers, and their core dumps are not made, or are encrypted in the company's buckets.",
  severity: "critical",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "A shell, or the memory of the process, shows every customer's request and the model itself.",
  fix: {
    text: "Leave shell access off, and core dumps out; or encrypt them with the team's key.",
    code: `productionVariants: [{ ..., enableSsmAccess: false }],`,
  },
  frameworks: { nist: ["AC-4", "AC-17", "SC-28"], gdpr: ["32"] },
  types: ["aws:sagemaker/endpointConfiguration:EndpointConfiguration"],
  check: (subject, context) => [
    ...unknownLists(subject),
    ...variantsOf(subject).flatMap((variant) => judgeVariant(subject, variant, context)),
  ],
};

function unknownLists(subject: Subject): readonly Finding[] {
  return ["productionVariants", "shadowProductionVariants"].flatMap((property) =>
    subject.properties.get(property).state === "unknown" ? [deferred(subject, property)] : [],
  );
}

function judgeVariant(subject: Subject, { path, properties }: Element, context: Context): readonly Finding[] {
  const destination = "coreDumpConfig.destinationS3Uri";
  const dumps = properties.get("coreDumpConfig");
  return [
    ...judgeValue(subject, `${path}.enableSsmAccess`, properties.get("enableSsmAccess"), isFalse, "false", {
      unset: true,
    }),
    ...(dumps.state === "unset"
      ? []
      : [
          ...judgeCustomerKey(
            subject,
            `${path}.coreDumpConfig.kmsKeyId`,
            properties.get("coreDumpConfig.kmsKeyId"),
          ),
          ...judgeLocation(subject, `${path}.${destination}`, properties.get(destination), context),
        ]),
  ];
}
