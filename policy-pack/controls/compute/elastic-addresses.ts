import { type Finding, type Graph, type Node, violation } from "../../core";
import type { Launch } from "./launch";
import { interfacesOf } from "./network-interfaces";

const ADDRESS = "aws:ec2/eip:Eip";
const ASSOCIATION = "aws:ec2/eipAssociation:EipAssociation";

/** Where each type says what it gives the address to: an instance, an interface, or whoever has a private address. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  [ADDRESS]: ["instance", "networkInterface", "associateWithPrivateIp"],
  [ASSOCIATION]: ["instanceId", "networkInterfaceId", "privateIpAddress"],
};

/** A violation for each elastic address that is attached to what is launched, or to a network interface of it. */
export function elasticAddressesOf(graph: Graph, launch: Launch): readonly Finding[] {
  const { node } = launch;
  return addressesOf(graph, launch).map((address) =>
    violation(node, "publicIp", `the elastic address ${address.name}`, "no elastic address", {
      path: [address.name, node.name],
    }),
  );
}

/** The same for addresses that go to an instance, or an interface, which is not launched here. */
export function elasticAddressesOfOthers(graph: Graph, launches: readonly Launch[]): readonly Finding[] {
  const ofLaunches = new Set(launches.flatMap((launch) => addressesOf(graph, launch)));
  return graph
    .byType(ADDRESS, ASSOCIATION)
    .filter((address) => !ofLaunches.has(address))
    .flatMap((address) => {
      const holder = holdersOf(address).find((input) => isSet(address, input));
      if (holder === undefined) return [];
      return [violation(address, holder, address.properties.get(holder), "no elastic address for it")];
    });
}

/** An interface of an instance may be named by an output of the instance itself: `primaryNetworkInterfaceId`. */
function addressesOf(graph: Graph, launch: Launch): readonly Node[] {
  const holders = [launch.node, ...interfacesOf(graph, launch)];
  const found = holders.flatMap((holder) =>
    [ADDRESS, ASSOCIATION].flatMap((type) =>
      (HOLDERS[type] ?? []).flatMap((input) => graph.pointingTo(holder, input, type)),
    ),
  );
  return [...new Set(found)];
}

const holdersOf = ({ type }: Node): readonly string[] => HOLDERS[type] ?? [];

function isSet({ properties }: Node, input: string): boolean {
  const value = properties.get(input);
  return value.state === "unknown" || (value.state === "known" && value.value !== "");
}
