import * as pulumi from "@pulumi/pulumi";
import * as sagemaker from "@pulumi/aws/sagemaker";
import type { Team } from "../../config";
import {
  keyAlias,
  keyPermissions,
  physicalName,
  Role,
  tagsOf,
  trustService,
  type Scope,
  type Statement,
} from "../secure";
import { writeLogs } from "./permissions/logs";
import { networkInterfaces } from "./permissions/network-interfaces";
import { readObjects, writeObjects } from "./permissions/objects";
import { ROLE_PURPOSES } from "./principals";

/**
 * The newest image that SageMaker offers for notebook instances: Amazon Linux 2023, JupyterLab 4. The others stand on
 * Amazon Linux 2, which has had no security updates since June 2026: https://aws.amazon.com/amazon-linux-2/faqs/
 */
const PLATFORM = "notebook-al2023-v1";

/** Notebooks in a tier that has none: the config should have refused them. */
export class NotebooksRefusedError extends Error {}

export interface NotebooksArgs {
  readonly scope: Scope;
  readonly notebooks: Team["notebooks"];
  readonly keyArn: pulumi.Input<string>;
  readonly subnetId: pulumi.Input<string>;
  readonly securityGroupId: pulumi.Input<string>;
  readonly boundaryArn: pulumi.Input<string>;
}

/** What a notebook may do: read data and output, and, where the tier says so, write them. */
export function notebookPolicies(scope: Scope): Record<string, Statement[]> {
  const writes = scope.posture.notebooks === "read-write";
  return {
    data: [
      ...readObjects(scope, "data"),
      ...readObjects(scope, "output"),
      ...(writes ? [writeObjects(scope, "data"), writeObjects(scope, "output")] : []),
      ...keyPermissions(scope, "UseDataKey", keyAlias(scope, "data"), {
        services: ["s3", "sagemaker"],
        access: writes ? "encrypt-and-decrypt" : "decrypt",
        grants: true,
      }),
    ],
    runtime: [
      ...writeLogs(scope, "/aws/sagemaker/NotebookInstances", physicalName("sagemaker", scope, "*")),
      ...networkInterfaces(scope),
    ],
  };
}

/** A team's notebook instances: no root, no way to the internet, encrypted, in the team's own subnet. */
export class Notebooks extends pulumi.ComponentResource {
  constructor(name: string, args: NotebooksArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:team-workspace:Notebooks", name, {}, opts);
    const { scope } = args;
    if (scope.posture.notebooks === "none") {
      throw new NotebooksRefusedError(
        `The tier ${scope.posture.tier} has no notebooks, but ${scope.owner} asks for some.`,
      );
    }

    const role = new Role(
      `${name}-role`,
      {
        scope,
        purpose: ROLE_PURPOSES.notebooks,
        description: `Notebooks of ${scope.owner}.`,
        trust: [trustService(scope, "sagemaker")],
        boundaryArn: args.boundaryArn,
        policies: notebookPolicies(scope),
      },
      { parent: this },
    );
    for (const [notebook, settings] of Object.entries(args.notebooks)) {
      const physical = physicalName("sagemaker", scope, notebook);
      new sagemaker.NotebookInstance(
        `${name}-${notebook}`,
        {
          name: physical,
          instanceType: settings.instanceType,
          volumeSize: settings.volumeSizeGb,
          platformIdentifier: PLATFORM,
          roleArn: role.roleArn,
          kmsKeyId: args.keyArn,
          subnetId: args.subnetId,
          securityGroups: [args.securityGroupId],
          directInternetAccess: "Disabled",
          rootAccess: "Disabled",
          instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: "2" },
          tags: tagsOf(scope, physical),
        },
        { parent: this },
      );
    }
    this.registerOutputs({});
  }
}
