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
    .map((resource, i) =>
      resource.type.startsWith("aws:")
        ? { type: resource.type, name: `resource-${i}`, inputs: { ...resource.inputs } }
        : {
            type: "aws:ssm/parameter:Parameter",
            name: `resource-${i}`,
            inputs: { type: "String", value: "plain" },
          },
    );
}

/** A class of the AWS SDK, by the type token that it registers: `aws:s3/bucket:Bucket` is in `@pulumi/aws/s3/bucket`. */
function classOf(
  type: string,
): new (name: string, args: object, opts: pulumi.CustomResourceOptions) => unknown {
  const [, file = "", name = ""] = type.split(":");
  return require(`@pulumi/aws/${file}`)[name];
}

/**
 * The floor that everything is measured against: the same number of resources, of the same types and with the
 * same inputs, written down plainly: no components, no values to wait for, no policies. Where the program has a
 * component or a random value, the floor has one more parameter.
 */
export function registerPlainResources(resources: readonly PlainResource[]): void {
  const aws = new Provider("aws", { region: "eu-central-1", allowedAccountIds: ["555555555555"] });
  for (const { type, name, inputs } of resources) new (classOf(type))(name, inputs, { provider: aws });
}
