import * as pulumi from "@pulumi/pulumi";
import { Provider } from "@pulumi/aws/provider";
import type { RecordedResource } from "../local-cloud/recording";

/** One resource of a finished program, with nothing left to compute. */
export interface PlainResource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Record<string, unknown>;
}

/** What a recorded program registered, as plain resources with unique names. */
export function plainResources(resources: readonly RecordedResource[]): PlainResource[] {
  return resources
    .filter((resource) => !resource.type.startsWith("pulumi:"))
    .map((resource, i) => ({
      type: resource.custom ? resource.type : "aws:ssm/parameter:Parameter",
      name: `resource-${i}`,
      inputs: { ...resource.inputs },
    }));
}

class Plain extends pulumi.CustomResource {}

/**
 * The floor that everything is measured against: the same number of resources, of the same types and with the
 * same inputs, registered with no components, no outputs to wait for and no policies.
 */
export function registerPlainResources(resources: readonly PlainResource[]): void {
  const aws = new Provider("aws", { region: "eu-central-1", allowedAccountIds: ["555555555555"] });
  for (const { type, name, inputs } of resources) new Plain(type, name, inputs, { provider: aws });
}
