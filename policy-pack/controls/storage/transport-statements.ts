import type { Node } from "../../contract/subject";
import { principalOf } from "../../iam/principal";
import type { Condition, Statement } from "../../iam/statement";

/** Whether a statement refuses everyone everything on a bucket and its objects when the request is not over TLS. */
export function refusesPlainHttp(statement: Statement, bucket: Node): boolean {
  return refusesAll(statement, bucket) && onlyCondition(statement, isPlainHttp);
}

/** Whether a statement refuses everyone everything on a bucket and its objects when TLS is older than 1.2. */
export function refusesOldTls(statement: Statement, bucket: Node): boolean {
  return refusesAll(statement, bucket) && onlyCondition(statement, isOldTls);
}

function isPlainHttp({ operator, key, values }: Condition): boolean {
  const isBool = /^bool(ifexists)?$/i.test(operator);
  return (
    isBool &&
    key.toLowerCase() === "aws:securetransport" &&
    values.values.some((one) => one.value === "false")
  );
}

function isOldTls({ operator, key, values }: Condition): boolean {
  const isLess = /^numericlessthan(ifexists)?$/i.test(operator);
  return (
    isLess && key.toLowerCase() === "s3:tlsversion" && values.values.some((one) => Number(one.value) >= 1.2)
  );
}

/** A second condition would have to hold too, and so leave requests that are not refused. */
function onlyCondition(statement: Statement, accepts: (condition: Condition) => boolean): boolean {
  const [first, ...others] = statement.conditions;
  return (
    first !== undefined && others.length === 0 && statement.unknownConditions.length === 0 && accepts(first)
  );
}

function refusesAll(statement: Statement, bucket: Node): boolean {
  return (
    statement.effect === "Deny" &&
    statement.actions.values.some(
      (action) => action.value === "*" || action.value.toLowerCase() === "s3:*",
    ) &&
    statement.principals.values.some((one) => principalOf(one).kind === "anyone") &&
    coversBucketAndObjects(statement, bucket)
  );
}

/** Both the bucket and its objects must be named; by the bucket's own name, where that is known. */
function coversBucketAndObjects(statement: Statement, bucket: Node): boolean {
  const resources = statement.resources.values.map((one) => one.value);
  if (resources.includes("*")) return true;
  const name = bucket.properties.get("bucket");
  const own = name.state === "known" && typeof name.value === "string" ? name.value : undefined;
  const names = resources.map((resource) => /^arn:[^:]*:s3:::(.+)$/.exec(resource)?.[1]);
  const isBucket = (text: string | undefined) =>
    text !== undefined && !text.includes("/") && matches(text, own);
  const isObjects = (text: string | undefined) =>
    text?.endsWith("/*") === true && matches(text.slice(0, -2), own);
  return names.some(isBucket) && names.some(isObjects);
}

function matches(pattern: string, name: string | undefined): boolean {
  return name === undefined || pattern === name || pattern === "*";
}
