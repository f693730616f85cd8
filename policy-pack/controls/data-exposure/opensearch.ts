import { type Element, type Subject, UNKNOWN, UNSET, type Value } from "../../core";
import { propertiesOf } from "../../core/properties";

/** Domains, under both names that the service has had. */
export const DOMAINS = ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"] as const;

/** What decides on the network and the key of serverless collections. */
export const SECURITY_POLICY = "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy";

/**
 * The policies in a serverless security policy's document: JSON of one or a list of them. Unset when it is of another
 * type; a document that cannot be read is one policy in which nothing is set.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html
 */
export function securityPolicies(
  { properties }: Subject,
  type: "network" | "encryption",
): Value<readonly Element[]> {
  const own = properties.get("type");
  if (own.state === "unknown") return UNKNOWN;
  if (own.state === "known" && own.value !== type) return UNSET;
  const document = properties.get("policy");
  if (document.state === "unknown") return UNKNOWN;
  const policy = document.state === "known" ? read(document.value) : {};
  return propertiesOf({ policy }).list("policy");
}

function read(document: unknown): object {
  try {
    const parsed = (typeof document === "string" ? JSON.parse(document) : document) as unknown;
    return typeof parsed === "object" && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
