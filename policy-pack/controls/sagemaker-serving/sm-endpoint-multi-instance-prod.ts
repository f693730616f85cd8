import {
  deferred,
  type Element,
  type Finding,
  judgeValue,
  type ResourceControl,
  type Subject,
} from "../../core";

export const smEndpointMultiInstanceProd: ResourceControl = {
  kind: "resource",
  name: "sm-endpoint-multi-instance-prod",
  description: "In prod every variant of an endpoint starts with two instances or more.",
  severity: "medium",
  levels: { dev: "disabled", staging: "advisory", prod: "mandatory" },
  why: "SageMaker spreads instances over availability zones; a single one goes down with its zone.",
  fix: {
    text: "Start with two instances; serverless variants need none.",
    code: `productionVariants: [{ ..., initialInstanceCount: 2 }],`,
  },
  frameworks: { nist: ["CP-10", "SC-36"], fsbp: ["SageMaker.4"] },
  types: ["aws:sagemaker/endpointConfiguration:EndpointConfiguration"],
  check: (subject) => {
    const list = subject.properties.list("productionVariants");
    if (list.state === "unknown") return [deferred(subject, "productionVariants")];
    return list.state === "unset" ? [] : list.value.flatMap((variant) => judgeVariant(subject, variant));
  },
};

/** Left out, the count is one. */
function judgeVariant(subject: Subject, { path, properties }: Element): readonly Finding[] {
  if (properties.get("serverlessConfig").state === "known") return [];
  const isMany = (count: unknown) => Number(count) >= 2;
  const least = "managedInstanceScaling.minInstanceCount";
  return [
    ...judgeValue(
      subject,
      `${path}.initialInstanceCount`,
      properties.get("initialInstanceCount"),
      isMany,
      "2 or more",
    ),
    // What SageMaker scales by itself starts with the first, and goes down to the second.
    ...judgeValue(subject, `${path}.${least}`, properties.get(least), isMany, "2 or more", { unset: true }),
  ];
}
