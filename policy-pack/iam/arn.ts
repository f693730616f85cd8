/** The parts of an ARN, any of which may hold wildcards. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** The parts of an ARN; undefined when the text is none. */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith("arn:")) return undefined;
  const [, partition, service, region, account, ...resource] = text.split(":");
  if (partition === undefined || service === undefined) return undefined;
  if (region === undefined || account === undefined || resource.length === 0) return undefined;
  return { partition, service, region, account, resource: resource.join(":") };
}

export const isAccountId = (text: string): boolean => /^\d{12}$/.test(text);

/**
 * Whether a resource pattern names everything: `*`, every resource of a service (`arn:aws:s3:::*`), or every
 * resource of one kind in every account (`arn:aws:kms:*:*:key/*`).
 */
export function namesEverything(resource: string): boolean {
  if (/^[*?]+$/.test(resource)) return true;
  const arn = parseArn(resource);
  // With fewer than six parts, a star stands for the colons that are missing: `arn:aws:s3:*`.
  if (arn === undefined) return /^arn:.*\*$/.test(resource) && resource.split(":").length < 6;
  if (/^[*?/:]+$/.test(arn.resource)) return true;
  return /[*?]/.test(arn.account) && /^[a-z-]+[/:][*?/:]+$/i.test(arn.resource);
}

/**
 * What teams have in an account beside one another, by service: kinds of resources that are there before a policy is
 * written, so that it can name them. Machines, volumes, network interfaces and jobs are made by the call itself, and
 * are none of them.
 */
const HELD_BESIDE_ONE_ANOTHER: Readonly<Record<string, readonly string[]>> = {
  backup: ["backup-vault"],
  dynamodb: ["table"],
  ec2: ["image", "security-group", "snapshot", "subnet"],
  ecr: ["repository"],
  elasticfilesystem: ["access-point", "file-system"],
  glue: ["database", "table"],
  iam: ["role"],
  kms: ["key"],
  lambda: ["function"],
  logs: ["log-group"],
  sagemaker: ["endpoint", "feature-group", "model", "model-package", "model-package-group", "pipeline"],
  secretsmanager: ["secret"],
  ssm: ["parameter"],
  states: ["stateMachine"],
};

/** Whether a resource pattern names all that an account has of one kind, every team's: `…:222222222222:secret:*`. */
export function namesAllOfKind(resource: string): boolean {
  const arn = parseArn(resource);
  const kind = /^([a-z-]+)[/:][*?/:-]+$/i.exec(arn?.resource ?? "")?.[1];
  if (arn === undefined || kind === undefined) return false;
  return HELD_BESIDE_ONE_ANOTHER[arn.service]?.includes(kind) ?? false;
}
