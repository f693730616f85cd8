import * as pulumi from "@pulumi/pulumi";
import { LogGroup, type Scope } from "../secure";

/**
 * The log groups that SageMaker prescribes, one for all jobs or notebooks of an account, by what writes them.
 * Endpoints have one each, which the team's own model makes.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html
 */
const LOG_GROUPS = {
  training: "/aws/sagemaker/TrainingJobs",
  processing: "/aws/sagemaker/ProcessingJobs",
  transform: "/aws/sagemaker/TransformJobs",
  notebooks: "/aws/sagemaker/NotebookInstances",
} as const;

export interface SagemakerLogGroupsArgs {
  readonly scope: Scope;
  /** The key of log groups that belong to no team, by ARN. */
  readonly keyArn: pulumi.Input<string>;
}

/** The names of the log groups that SageMaker may write in a tier: all, save notebooks where none may exist. */
export function sagemakerLogGroups({ posture }: Pick<Scope, "posture">): Record<string, string> {
  const { notebooks, ...jobs } = LOG_GROUPS;
  return posture.notebooks === "none" ? jobs : { ...jobs, notebooks };
}

/**
 * The log groups of the account's jobs and notebooks, under a customer key and with the tier's retention. SageMaker
 * would make them itself with neither, were its roles allowed to: teams' roles may only add streams.
 */
export class SagemakerLogGroups extends pulumi.ComponentResource {
  constructor(name: string, args: SagemakerLogGroupsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:platform-core:SagemakerLogGroups", name, {}, opts);
    const { scope, keyArn } = args;

    for (const [writer, logGroupName] of Object.entries(sagemakerLogGroups(scope))) {
      new LogGroup(`${name}-${writer}`, { scope, logGroupName, keyArn }, { parent: this });
    }

    this.registerOutputs({});
  }
}
