import { type Finding, type Graph, type Node, violation } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import type { Launch } from "./launch";

const INTERFACE = "aws:ec2/networkInterface:NetworkInterface";
const ATTACHMENT = "aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment";
const ADDRESS = "aws:ec2/eip:Eip";
const ASSOCIATION = "aws:ec2/eipAssociation:EipAssociation";

/** A violation for each elastic address that is attached to what is launched, or to a network interface of it. */
export function elasticAddressesOf(graph: Graph, launch: Launch): readonly Finding[] {
  const { node } = launch;
  const addresses = [
    ...graph.pointingTo(node, "instance", ADDRESS),
    ...graph.pointingTo(node, "instanceId", ASSOCIATION),
    ...interfacesOf(graph, launch).flatMap((one) => [
      ...graph.pointingTo(one, "networkInterface", ADDRESS),
      ...graph.pointingTo(one, "networkInterfaceId", ASSOCIATION),
    ]),
  ];
  return [...new Set(addresses)].map((address) =>
    violation(node, "publicIp", `the elastic address ${address.name}`, "no elastic address", {
      path: [address.name, node.name],
    }),
  );
}

/** The network interfaces of an instance, whichever of the three says so. */
function interfacesOf(graph: Graph, { node, launcher }: Launch): readonly Node[] {
  return [
    ...pointedAtFrom(graph, node, launcher.interfaces, INTERFACE),
    ...graph.pointingTo(node, "attachments[0].instance", INTERFACE),
    ...graph
      .pointingTo(node, "instanceId", ATTACHMENT)
      .flatMap((one) => pointedAtFrom(graph, one, ["networkInterfaceId"], INTERFACE)),
  ];
}
