import { ACCOUNT, REGION } from "./fixtures";
import { principalMatches, verdict, type Request } from "./iam";
import type { Components, StatementJson } from "./run";

/** Who asks: a role of the account, by its name and the team on its tag. */
export interface Asker {
  readonly role: string;
  readonly team: string;
}

type Context = Request["context"];

/** Answers who may do what, from the policies that a recording holds: the roles' own, the buckets' and the keys'. */
export class Access {
  constructor(private readonly components: Components) {}

  /** May the role do this to an object or a bucket? Its own policy must allow it, and the bucket's not deny it. */
  s3(asker: Asker, action: string, bucketName: string, key = "", more: Context = {}): string {
    const resource = `arn:aws:s3:::${bucketName}${key === "" ? "" : `/${key}`}`;
    const request = { action, resource, context: { ...contextOf(asker), "s3:prefix": "", ...more } };
    const bucketPolicy = this.resourcePolicy("aws:s3/bucketPolicy:BucketPolicy", "bucket", bucketName);
    return verdict([...this.identity(asker), ...speaking(bucketPolicy, asker)], request);
  }

  /** May the role use a key through a service? Both the key's policy and the role's own must allow it. */
  kms(asker: Asker, action: string, alias: string, service: string, more: Context = {}): string {
    const context = {
      ...contextOf(asker),
      "kms:calleraccount": ACCOUNT,
      "kms:viaservice": `${service}.${REGION}.amazonaws.com`,
      "kms:resourcealiases": [alias],
      ...more,
    };
    const request = { action, resource: `arn:aws:kms:${REGION}:${ACCOUNT}:key/1`, context };
    const own = verdict(this.identity(asker), request);
    const key = verdict(speaking(this.keyPolicy(alias), asker), request);
    return own === "allowed" ? key : own;
  }

  /** What the role's own policies say. */
  own(asker: Asker, action: string, resource: string, more: Context = {}): string {
    return verdict(this.identity(asker), { action, resource, context: { ...contextOf(asker), ...more } });
  }

  private identity({ role }: Asker): StatementJson[] {
    if (role === "mlplatform-deployment")
      return [{ Sid: "Administrator", Effect: "Allow", Action: "*", Resource: "*" }];
    const policies = this.components
      .all("aws:iam/rolePolicy:RolePolicy")
      .filter(({ inputs }) => inputs["role"] === role);
    return policies.flatMap(
      ({ name }) => this.components.document("aws:iam/rolePolicy:RolePolicy", name).Statement,
    );
  }

  private resourcePolicy(type: string, property: string, value: string): readonly StatementJson[] {
    const policy = this.components.all(type).find(({ inputs }) => inputs[property] === value);
    if (policy === undefined) throw new Error(`No ${type} has the ${property} ${value}.`);
    return this.components.document(type, policy.name).Statement;
  }

  private keyPolicy(alias: string): readonly StatementJson[] {
    const found = this.components.all("aws:kms/alias:Alias").find(({ inputs }) => inputs["name"] === alias);
    if (found === undefined) throw new Error(`No key has the alias ${alias}.`);
    return this.components.document("aws:kms/key:Key", found.name.replace(/-alias$/, "")).Statement;
  }
}

function contextOf({ role, team }: Asker): Context {
  return {
    "aws:principalarn": `arn:aws:iam::${ACCOUNT}:role/${role}`,
    "aws:principaltype": "AssumedRole",
    "aws:principalaccount": ACCOUNT,
    "aws:principalorgid": "o-exampleorgid",
    "aws:principalisawsservice": "false",
    "aws:requestedregion": REGION,
    "aws:securetransport": "true",
    "s3:tlsversion": "1.3",
    ...(team === "" ? {} : { "aws:principaltag/team": team }),
  };
}

function speaking(statements: readonly StatementJson[], { role }: Asker): StatementJson[] {
  return statements.filter((statement) =>
    principalMatches(statement, `arn:aws:iam::${ACCOUNT}:role/${role}`),
  );
}
