import { smEndpointSafeRollout as control } from "../../../policy-pack/controls/sagemaker-serving/sm-endpoint-safe-rollout";
import { declare, ref } from "../support/resources";
import { defers, notApplicable, passes, violates } from "../support/verdicts";
import { key } from "./serving-cases";

const alarm = declare("cloudwatch/metricAlarm:MetricAlarm", "errors");
const rollback = { autoRollbackConfiguration: { alarms: [{ alarmName: ref(alarm, "name") }] } };
const endpoint = (deploymentConfig?: unknown) =>
  declare("sagemaker/endpoint:Endpoint", "e", { deploymentConfig });
const at = (property: string) => `e (sagemaker/endpoint): ${property}`;
const ALARMS = at("deploymentConfig.autoRollbackConfiguration.alarms");

describe("sm-endpoint-safe-rollout", () => {
  it("passes blue/green and rolling with alarms", () => {
    passes(control, [
      alarm,
      endpoint({ ...rollback, blueGreenUpdatePolicy: { terminationWaitInSeconds: 60 } }),
    ]);
    passes(control, [alarm, endpoint({ ...rollback, rollingUpdatePolicy: { waitIntervalInSeconds: 60 } })]);
  });

  it("finds no policy and no alarms", () => {
    violates(control, [endpoint()], [at("deploymentConfig"), ALARMS]);
    violates(control, [alarm, endpoint(rollback)], [at("deploymentConfig")]);
    violates(control, [endpoint({ rollingUpdatePolicy: { waitIntervalInSeconds: 60 } })], [ALARMS]);
    violates(
      control,
      [
        endpoint({
          rollingUpdatePolicy: { waitIntervalInSeconds: 60 },
          autoRollbackConfiguration: { alarms: [] },
        }),
      ],
      [ALARMS],
    );
  });

  it("waits for a configuration that is not known yet", () => {
    const parameter = declare("ssm/parameter:Parameter", "p", { whole: {} });
    defers(
      control,
      [parameter, endpoint(ref(parameter, "whole"))],
      [at("deploymentConfig")],
      [at("deploymentConfig"), ALARMS],
    );
    notApplicable(control, [key]);
  });
});
