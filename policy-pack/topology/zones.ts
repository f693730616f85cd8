import type { Finding } from "../contract/control";
import type { Graph, Node } from "../contract/subject";
import { violation } from "../core/findings";
import { pointedAtFrom } from "../core/inner-references";

const SUBNETS = ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"];

/**
 * A violation where all subnets of a list are in one zone, and so fail together, or are one subnet written twice. Zones
 * of subnets that are not of this stack are not known.
 */
export function mustBeInTwoZones(graph: Graph, node: Node, property: string): readonly Finding[] {
  const listed = node.properties.list(property);
  const values = listed.state === "known" ? listed.value.map(({ value }) => value) : [];
  const texts = values.flatMap((value) => (value.state === "known" ? [String(value.value)] : []));
  if (values.length > 1 && texts.length === values.length && new Set(texts).size === 1) {
    return [violation(node, property, "one subnet, more than once", "subnets of two zones")];
  }
  const subnets = pointedAtFrom(graph, node, [property.split(".")[0] ?? property], ...SUBNETS);
  const zones = subnets.map((subnet) => {
    const zone = subnet.properties.get("availabilityZone");
    const id = subnet.properties.get("availabilityZoneId");
    return zone.state === "known" ? zone.value : id.state === "known" ? id.value : subnet.urn;
  });
  const all = listed.state === "known" ? listed.value.length : subnets.length;
  if (subnets.length < 2 || subnets.length < all || new Set(zones).size > 1) return [];
  return [violation(node, property, `all in ${String(zones[0])}`, "subnets of two zones")];
}
