import * as pulumi from "@pulumi/pulumi";
import * as sagemaker from "@pulumi/aws/sagemaker";
import type { Team } from "../../../config";
import {
  arn,
  hasLocalStorage,
  LogGroup,
  physicalName,
  Role,
  tagsOf,
  trustService,
  type Scope,
} from "../../secure";
import { servingPurpose } from "../principals";
import { modelSource } from "./model-source";
import { blueGreenWithRollback, faultAlarm } from "./rollout";
import { CAPTURE_PREFIX, endpointLogGroupName, servingPolicies } from "./permissions";

/** The one variant of an endpoint: changes go through blue and green fleets, not through weights. */
const VARIANT = "current";

export interface ModelEndpointArgs {
  readonly scope: Scope;
  /** The model's name in the config. */
  readonly model: string;
  readonly settings: Team["models"][string];
  readonly boundaryArn: pulumi.Input<string>;
  /** The key of the endpoint's volumes, by ARN. */
  readonly modelKeyArn: pulumi.Input<string>;
  /** The key of captured data and of the log, by ARN. */
  readonly dataKeyArn: pulumi.Input<string>;
  readonly modelBucketName: pulumi.Input<string>;
  readonly outputBucketName: pulumi.Input<string>;
  readonly subnetIds: readonly pulumi.Input<string>[];
  readonly securityGroupId: pulumi.Input<string>;
}

/** The name of the endpoint that serves a model. */
export function endpointName(scope: Scope, model: string): string {
  return physicalName("sagemaker", scope, model);
}

/** The ARN of that endpoint, known before the endpoint is. */
export function endpointArn(scope: Scope, model: string): string {
  return arn(scope, "sagemaker", `endpoint/${endpointName(scope, model)}`);
}

/**
 * One model behind an endpoint: isolated from every network but SageMaker's own calls to it, in the team's
 * subnets, under a role that can read this one model, with what it was asked and what it answered captured.
 */
export class ModelEndpoint extends pulumi.ComponentResource {
  readonly endpointName: string;
  readonly endpointArn: string;

  constructor(name: string, args: ModelEndpointArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:team-workspace:ModelEndpoint", name, {}, opts);
    const { scope, settings } = args;
    this.endpointName = endpointName(scope, args.model);
    this.endpointArn = endpointArn(scope, args.model);
    const child = { parent: this };
    const source = modelSource(scope, settings);

    const role = new Role(
      `${name}-role`,
      {
        scope,
        purpose: servingPurpose(args.model),
        description: `Serves the model ${args.model} of ${scope.owner}.`,
        trust: [trustService(scope, "sagemaker")],
        boundaryArn: args.boundaryArn,
        policies: servingPolicies(scope, { endpointName: this.endpointName, source }),
      },
      child,
    );
    const log = new LogGroup(
      `${name}-log`,
      { scope, logGroupName: endpointLogGroupName(this.endpointName), keyArn: args.dataKeyArn },
      child,
    );

    // A model and its configuration cannot be changed, only replaced by others under new names.
    const model = new sagemaker.Model(
      `${name}-model`,
      {
        executionRoleArn: role.roleArn,
        enableNetworkIsolation: true,
        primaryContainer:
          source.kind === "package"
            ? { modelPackageName: source.modelPackage }
            : {
                image: source.image,
                modelDataUrl: pulumi.interpolate`s3://${args.modelBucketName}/${source.artifact}`,
              },
        vpcConfig: { subnets: [...args.subnetIds], securityGroupIds: [args.securityGroupId] },
        tags: tagsOf(scope),
      },
      child,
    );
    const configuration = new sagemaker.EndpointConfiguration(
      `${name}-config`,
      {
        productionVariants: [
          {
            variantName: VARIANT,
            modelName: model.name,
            instanceType: settings.instanceType,
            initialInstanceCount: Math.max(settings.instanceCount, scope.posture.endpointInstances),
            enableSsmAccess: false,
          },
        ],
        ...(hasLocalStorage(settings.instanceType) ? {} : { kmsKeyArn: args.modelKeyArn }),
        dataCaptureConfig: {
          enableCapture: true,
          initialSamplingPercentage: 100,
          destinationS3Uri: pulumi.interpolate`s3://${args.outputBucketName}/${CAPTURE_PREFIX}/${this.endpointName}`,
          kmsKeyId: args.dataKeyArn,
          captureOptions: [{ captureMode: "Input" }, { captureMode: "Output" }],
        },
        tags: tagsOf(scope),
      },
      child,
    );
    const alarm = faultAlarm(
      `${name}-faults`,
      { scope, endpointName: this.endpointName, variantName: VARIANT },
      child,
    );
    new sagemaker.Endpoint(
      `${name}-endpoint`,
      {
        name: this.endpointName,
        endpointConfigName: configuration.name,
        deploymentConfig: blueGreenWithRollback(alarm),
        tags: tagsOf(scope),
      },
      // SageMaker would make the log group itself, without key or retention, as soon as the endpoint writes.
      { ...child, dependsOn: [log] },
    );

    this.registerOutputs({ endpointName: this.endpointName, endpointArn: this.endpointArn });
  }
}
