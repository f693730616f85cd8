import type { Graph, Node } from "../../core";
import { pointedAtFrom } from "../../core/inner-references";
import type { Launch } from "./launch";

const INTERFACE = "aws:ec2/networkInterface:NetworkInterface";
const ATTACHMENT = "aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment";

/** The network interfaces of what is launched, whichever says so: it, its template, the interface or an attachment. */
export function interfacesOf(graph: Graph, { node, launcher, templates }: Launch): readonly Node[] {
  const found = [
    ...pointedAtFrom(graph, node, launcher.interfaces, INTERFACE),
    ...templates.flatMap((template) => pointedAtFrom(graph, template, ["networkInterfaces"], INTERFACE)),
    ...graph.pointingTo(node, "attachments[0].instance", INTERFACE),
    ...graph
      .pointingTo(node, "instanceId", ATTACHMENT)
      .flatMap((one) => pointedAtFrom(graph, one, ["networkInterfaceId"], INTERFACE)),
  ];
  return [...new Set(found)];
}
