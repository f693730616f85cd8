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
  aoss: ["collection"],
  athena: ["workgroup"],
  backup: ["backup-vault", "recovery-point"],
  batch: ["job-queue"],
  bedrock: ["agent", "agent-alias", "knowledge-base"],
  cassandra: ["keyspace"],
  cloudformation: ["stack"],
  codebuild: ["project"],
  dsql: ["cluster"],
  dynamodb: ["table"],
  ec2: ["image", "security-group", "snapshot", "subnet"],
  ecr: ["repository"],
  ecs: ["cluster", "service"],
  eks: ["cluster"],
  elasticache: ["replicationgroup", "serverlesscache"],
  elasticfilesystem: ["access-point", "file-system"],
  es: ["domain"],
  events: ["rule"],
  firehose: ["deliverystream"],
  fsx: ["file-system"],
  glue: ["database", "table"],
  iam: ["role"],
  "kafka-cluster": ["cluster", "topic"],
  kinesis: ["stream"],
  kms: ["key"],
  lambda: ["function"],
  logs: ["log-group"],
  memorydb: ["cluster"],
  rds: ["cluster", "cluster-snapshot", "db", "snapshot"],
  "rds-db": ["dbuser"],
  redshift: ["cluster", "dbname", "dbuser"],
  s3: ["accesspoint"],
  s3tables: ["bucket"],
  s3vectors: ["bucket"],
  sagemaker: [
    "endpoint",
    "feature-group",
    "model",
    "model-package",
    "model-package-group",
    "notebook-instance",
    "pipeline",
  ],
  secretsmanager: ["secret"],
  ssm: ["parameter"],
  states: ["stateMachine"],
  timestream: ["database"],
};

/**
 * Whether a resource pattern names all that an account has of one kind, every team's: `…:222222222222:secret:*`; or what
 * goes by one name in every bucket, whose ARN begins with a star.
 */
export function namesAllOfKind(resource: string): boolean {
  const arn = parseArn(resource);
  if (arn === undefined) return false;
  if (arn.service === "s3" && arn.account === "") return /^[*?]+($|\/)/.test(arn.resource);
  // What is inside of all of a kind, as the indexes of all tables, is all of a kind too.
  const kind = /^\/?([a-z-]+)[/:][*?/:-]+([a-z-]+[/:][*?]+)?$/i.exec(arn.resource)?.[1];
  return kind !== undefined && (HELD_BESIDE_ONE_ANOTHER[arn.service]?.includes(kind) ?? false);
}
