import * as pulumi from "@pulumi/pulumi";
import * as sagemaker from "@pulumi/aws/sagemaker";
import { physicalName, retentionOf, tagsOf, type Scope } from "../secure";

export interface ModelRegistryArgs {
  readonly scope: Scope;
  /** The groups' names in the config. */
  readonly groups: readonly string[];
}

/** The name of one of a team's model package groups. */
export function modelPackageGroupName(scope: Scope, group: string): string {
  return physicalName("sagemaker", scope, group);
}

/**
 * A team's model registry: its groups of model packages. None has a policy of its own, so that no other account reads or
 * writes it: a model reaches an account by being registered there.
 */
export class ModelRegistry extends pulumi.ComponentResource {
  constructor(name: string, args: ModelRegistryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:team-workspace:ModelRegistry", name, {}, opts);
    const { scope } = args;
    for (const group of args.groups) {
      new sagemaker.ModelPackageGroup(
        `${name}-${group}`,
        {
          modelPackageGroupName: modelPackageGroupName(scope, group),
          modelPackageGroupDescription: `Versions of ${group} of ${scope.owner}`,
          tags: tagsOf(scope),
        },
        { parent: this, ...retentionOf(scope) },
      );
    }
    this.registerOutputs({});
  }
}
