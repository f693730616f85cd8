import * as pulumi from "@pulumi/pulumi";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as random from "@pulumi/random";
import { physicalName } from "../names";
import { renderPolicy } from "../policy-document";
import { deploymentRoleArn } from "../principals";
import { retentionOf } from "../retention";
import type { Scope } from "../scope";
import { tagsOf } from "../tags";
import { secretStatements } from "./policy";

export { secretArnPattern } from "./policy";

/** As long as the tokens that the rotation makes. */
const TOKEN_LENGTH = 48;

export interface SecretArgs {
  readonly scope: Scope;
  /** What the secret opens, in kebab case: the last word of its name. */
  readonly purpose: string;
  /** What the secret opens, for people. */
  readonly description: string;
  /** The customer key that encrypts the value, by ARN. */
  readonly keyArn: pulumi.Input<string>;
  /** The function that rotates the value, by ARN, resolved once Secrets Manager may invoke it. */
  readonly rotationFunctionArn: pulumi.Input<string>;
  /** Days between rotations. */
  readonly rotationDays: number;
  /** ARNs of the roles that may read the value besides the deployment, the rotating function's among them. */
  readonly readers: readonly string[];
}

/** A secret under a customer key that nobody but its readers can read, and that rotates by itself. */
export class Secret extends pulumi.ComponentResource {
  readonly secretName: string;
  readonly secretArn: pulumi.Output<string>;

  constructor(name: string, args: SecretArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:secure:Secret", name, {}, opts);
    const { scope } = args;
    this.secretName = physicalName("secret", scope, args.purpose);
    const child = { parent: this };

    const secret = new secretsmanager.Secret(
      name,
      {
        name: this.secretName,
        description: args.description,
        kmsKeyId: args.keyArn,
        recoveryWindowInDays: scope.posture.secretRecoveryDays,
        tags: tagsOf(scope),
      },
      { ...child, ...retentionOf(scope) },
    );

    // The provider reads the value back once, so that the deployment is among the readers.
    const readers = [deploymentRoleArn(scope), ...args.readers];
    const policy = new secretsmanager.SecretPolicy(
      `${name}-policy`,
      {
        secretArn: secret.arn,
        policy: renderPolicy(secretStatements(scope, readers)),
        blockPublicPolicy: true,
      },
      // A secret that outlives its stack keeps the policy that says who reads it.
      { ...child, retainOnDelete: retentionOf(scope).retainOnDelete },
    );

    // The first value only: rotation takes over from here. The label of its own keeps Secrets Manager from
    // deleting this version later, upon which it would be made anew and put in the place of the current one.
    const first = new random.RandomPassword(
      `${name}-first-value`,
      { length: TOKEN_LENGTH, special: false },
      child,
    );
    const version = new secretsmanager.SecretVersion(
      `${name}-first-version`,
      { secretId: secret.id, secretString: first.result, versionStages: ["AWSCURRENT", "FIRST"] },
      { ...child, ignoreChanges: ["secretString", "versionStages"], dependsOn: [policy] },
    );
    new secretsmanager.SecretRotation(
      `${name}-rotation`,
      {
        secretId: secret.id,
        rotationLambdaArn: args.rotationFunctionArn,
        rotationRules: { automaticallyAfterDays: args.rotationDays },
      },
      // Secrets Manager refuses to rotate a secret that has no value yet.
      { ...child, dependsOn: [version] },
    );

    this.secretArn = secret.arn;
    this.registerOutputs({ secretName: this.secretName, secretArn: this.secretArn });
  }
}
