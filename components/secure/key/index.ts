import * as pulumi from "@pulumi/pulumi";
import * as kms from "@pulumi/aws/kms";
import { physicalName } from "../names";
import { renderPolicy, type Statement } from "../policy-document";
import { retentionOf } from "../retention";
import type { Scope } from "../scope";
import { tagsOf } from "../tags";
import { administrationStatements, useStatements, type KeyUse } from "./policy";

/** Days between rotations. KMS's own default, and the longest that auditors accept. */
const ROTATION_DAYS = 365;

export interface KeyArgs {
  readonly scope: Scope;
  /** What the key is for, in kebab case: the last word of its alias. */
  readonly purpose: string;
  /** What the key encrypts, for people. */
  readonly description: string;
  /** Which roles of the account use the key and how; each entry's name becomes a statement's Sid. @default none */
  readonly uses?: Readonly<Record<string, KeyUse>>;
  /** Statements for services and other accounts, from `service-use.ts`. @default none */
  readonly statements?: readonly Statement[];
}

/** The alias of a key, known before the key is: `alias/acme-dev-fraud-data`. */
export function keyAlias(scope: Scope, purpose: string): string {
  return `alias/${physicalName("alias", scope, purpose)}`;
}

/** The whole policy of a key, as plain statements. */
export function keyStatements(args: Pick<KeyArgs, "scope" | "uses" | "statements">): Statement[] {
  const uses = Object.entries(args.uses ?? {}).flatMap(([sid, use]) => useStatements(args.scope, sid, use));
  return [...administrationStatements(args.scope), ...uses, ...(args.statements ?? [])];
}

/** A symmetric customer key of one region that rotates, is administered apart from its use, and has an alias. */
export class Key extends pulumi.ComponentResource {
  /** The key's ARN. */
  readonly keyArn: pulumi.Output<string>;
  /** The key's alias, known at preview: what IAM policies name the key by. */
  readonly alias: string;

  constructor(name: string, args: KeyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:secure:Key", name, {}, opts);
    const { scope } = args;
    this.alias = keyAlias(scope, args.purpose);

    const key = new kms.Key(
      name,
      {
        description: args.description,
        enableKeyRotation: true,
        rotationPeriodInDays: ROTATION_DAYS,
        deletionWindowInDays: scope.posture.keyDeletionDays,
        policy: renderPolicy(keyStatements(args)),
        tags: tagsOf(scope, this.alias.slice("alias/".length)),
      },
      { parent: this, ...retentionOf(scope) },
    );
    new kms.Alias(`${name}-alias`, { name: this.alias, targetKeyId: key.keyId }, { parent: this });

    this.keyArn = key.arn;
    this.registerOutputs({ keyArn: this.keyArn, alias: this.alias });
  }
}
