import type { Finding } from "../contract/control";
import type { Graph, Node } from "../contract/subject";
import type { Value } from "../contract/value";
import { deferred, violation } from "../core/findings";
import { pointedAtFrom } from "../core/inner-references";

const SUBNETS = ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"];

/**
 * A violation where all subnets of a list are in one zone, and so fail together, or are one subnet written twice. Zones
 * of subnets that are not of this stack are not known; of those that are, an unknown one is waited for.
 */
export function mustBeInTwoZones(graph: Graph, node: Node, property: string): readonly Finding[] {
  const listed = node.properties.list(property);
  const values = listed.state === "known" ? listed.value.map(({ value }) => value) : [];
  const texts = values.flatMap((value) => (value.state === "known" ? [String(value.value)] : []));
  if (values.length > 1 && texts.length === values.length && new Set(texts).size === 1) {
    return [violation(node, property, "one subnet, more than once", "subnets of two zones")];
  }
  const subnets = pointedAtFrom(graph, node, [property.split(".")[0] ?? property], ...SUBNETS);
  const all = listed.state === "known" ? listed.value.length : subnets.length;
  if (subnets.length < 2 || subnets.length < all) return [];
  const zones = subnets.map(zoneOf);
  const known = new Set(zones.flatMap((zone) => (zone.state === "known" ? [zone.value] : [])));
  // A subnet that names no zone is in one that AWS chooses.
  if (known.size > 1 || zones.some(({ state }) => state === "unset")) return [];
  if (zones.some(({ state }) => state === "unknown")) return [deferred(node, property)];
  return [violation(node, property, `all in ${[...known].join("")}`, "subnets of two zones")];
}

/** The zone that a subnet names, in one way or the other. */
function zoneOf({ properties }: Node): Value {
  const zone = properties.get("availabilityZone");
  return zone.state === "unset" ? properties.get("availabilityZoneId") : zone;
}
