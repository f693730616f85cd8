import type { RawResource } from "../contract/subject";
import { STACK } from "./resource-types";
import { parseUrn } from "./urn";

/**
 * The URN of the stack that resources are in, at which is found what is wrong with no single one of them. The engine
 * registers the stack; where nobody did, its URN is the one that the engine would give it. Empty without resources.
 */
export function stackUrnOf(resources: readonly Pick<RawResource, "urn" | "type">[]): string {
  const registered = resources.find(({ type }) => type === STACK);
  if (registered !== undefined) return registered.urn;
  const parts = parseUrn(resources[0]?.urn ?? "");
  if (parts === undefined) return "";
  const { stack, project } = parts;
  return `urn:pulumi:${stack}::${project}::${STACK}::${project}-${stack}`;
}
