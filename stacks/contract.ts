import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import type { Tier } from "../config";

const logArchive = z.object({
  bucketName: z.string(),
  bucketArn: z.string(),
  keyArn: z.string(),
});

/** Where the audit logs of one tier go. */
export type LogArchiveOutputs = z.infer<typeof logArchive>;

/** What the `org` stack gives: to the environments their log archives, and to people where the state is kept. */
export const organizationOutputs = z.object({
  logArchives: z.object({ dev: logArchive, staging: logArchive, prod: logArchive }),
  organizationTrailArn: z.string(),
  stateBackend: z.object({ bucketName: z.string(), secretsProvider: z.string() }),
});
export type OrganizationOutputs = z.infer<typeof organizationOutputs>;

/** The stack's name is part of the error that the engine gives when there is no such stack yet. */
const REFERENCE_NAME = "org-must-be-up-first";

/**
 * What the environment needs of the `org` stack.
 * @param expectedBucketName What can be told without asking: the name of the archive's bucket.
 * @throws pulumi.RunError when `org` lacks an output, or belongs to another company.
 */
export async function readOrganization(tier: Tier, expectedBucketName: string): Promise<LogArchiveOutputs> {
  const name = `${pulumi.getOrganization()}/${pulumi.getProject()}/org`;
  const reference = new pulumi.StackReference(REFERENCE_NAME, { name });
  const outputs: Record<string, unknown> = {};
  for (const key of Object.keys(organizationOutputs.shape)) {
    outputs[key] = (await reference.getOutputDetails(key)).value;
  }
  return archiveOf(outputs, name, tier, expectedBucketName);
}

/** Validates what was read of the `org` stack, and picks the tier's log archive. */
export function archiveOf(
  outputs: Record<string, unknown>,
  stackName: string,
  tier: Tier,
  expectedBucketName: string,
): LogArchiveOutputs {
  const parsed = organizationOutputs.safeParse(outputs);
  if (!parsed.success) {
    const missing = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".")))];
    throw new pulumi.RunError(
      `The stack ${stackName} lacks the outputs that an environment needs: ${missing.join(", ")}.\n` +
        "Bring it up with this version of the program first: pulumi up --stack org",
    );
  }
  const archive = parsed.data.logArchives[tier];
  if (archive.bucketName !== expectedBucketName) {
    throw new pulumi.RunError(
      `The stack ${stackName} keeps the logs of ${tier} in ${archive.bucketName}; ` +
        `this configuration expects ${expectedBucketName}.\n` +
        "Both stacks must have the same mlplatform:company: bring up org with this configuration first.",
    );
  }
  return archive;
}
