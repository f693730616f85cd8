import { deferred, type Finding, type Graph, isFalse, isTrue, type Node, violation } from "../../core";
import { type Inner, leavesNamed, leavesNamedOrHidden, leavesOf } from "../../core/walk";
import { elasticAddressesOf } from "./elastic-addresses";
import { ipv6Asked } from "./ipv6-addresses";
import type { Launch } from "./launch";
import { type Launcher, TEMPLATE } from "./launchers";

const FLAG = "associatePublicIpAddress";
const REQUIRED = `${FLAG}: false, or a subnet of this stack that hands out no public addresses`;

/** Every way in which what is launched gets a public address: asked for, handed out by the subnet, or attached. */
export function exposuresOf(graph: Graph, launch: Launch): readonly Finding[] {
  const ofOwn = [...fromFlagsOrSubnets(launch), ...ipv6Asked(launch.node, launch.launcher.flags)];
  const waits = ofOwn.some(({ kind }) => kind === "deferred");
  return [
    ...ofOwn,
    ...ipv6FromTemplates(launch).filter(({ kind }) => kind === "violation" || !waits),
    ...elasticAddressesOf(graph, launch),
  ];
}

/** What a launch template or configuration asks for by itself: public addresses of IPv4, or any of IPv6. */
export function askedByTemplate(template: Node): readonly Finding[] {
  const flags = TEMPLATE.flags.flatMap((input) =>
    leavesNamedOrHidden(template.properties.get(input), input, [FLAG]),
  );
  const asked = flags.flatMap(({ path, value }): readonly Finding[] => {
    if (value.state === "unknown") return [deferred(template, path)];
    return value.state === "known" && isTrue(value.value) ? [violation(template, path, value, "false")] : [];
  });
  const waiting = new Set(asked.map(({ property }) => property));
  return [...asked, ...ipv6Asked(template, TEMPLATE.flags).filter(({ property }) => !waiting.has(property))];
}

/** Addresses of IPv6 that a launcher's template asks for; one that is chosen late has to be waited for. */
function ipv6FromTemplates({ node, launcher, templates }: Launch): readonly Finding[] {
  const property = templateInput(node, launcher);
  return templates.flatMap((template) =>
    ipv6Asked(template, TEMPLATE.flags).map((asked) =>
      asked.kind === "deferred"
        ? deferred(node, property)
        : violation(
            node,
            property,
            "a launch template that asks for addresses of IPv6",
            "a template without",
            {
              path: [node.name, template.name, asked.property],
            },
          ),
    ),
  );
}

const templateInput = (node: Node, { templates }: Launcher): string =>
  templates.find((input) => node.properties.get(input).state !== "unset") ?? FLAG;

/** `associatePublicIpAddress` wherever it stands in a launch template or configuration. */
function templateFlags(template: Node): readonly Inner[] {
  return flagsAt(template, TEMPLATE.flags);
}

function flagsAt(node: Node, inputs: readonly string[]): readonly Inner[] {
  return inputs.flatMap((input) => leavesNamed(node.properties.get(input), input, [FLAG]));
}

function fromFlagsOrSubnets(launch: Launch): readonly Finding[] {
  const { node, launcher, templates } = launch;
  if (launcher.interfaces.some((input) => node.properties.get(input).state !== "unset")) return [];
  const own = flagsAt(node, launcher.flags);
  const inherited = templates.flatMap((template) =>
    templateFlags(template).map((flag) => ({ template, flag })),
  );
  const asked = own.find(({ value }) => value.state === "known" && isTrue(value.value));
  if (asked !== undefined) return [violation(node, asked.path, asked.value, "false")];
  // What the launcher itself says goes before its template.
  if (own.length > 0 && own.length >= specifications(launch) && own.every(isRefused)) return [];
  const unknown = own.find(({ value }) => value.state === "unknown");
  if (unknown !== undefined) return [deferred(node, unknown.path)];

  const bad = inherited.find(({ flag }) => flag.value.state === "known" && isTrue(flag.value.value));
  if (bad !== undefined) {
    const path = [node.name, bad.template.name, `${bad.flag.path}: true`];
    return [
      violation(
        node,
        templateInput(node, launcher),
        "a launch template that asks for public addresses",
        "false",
        { path },
      ),
    ];
  }
  if (inherited.length > 0 && inherited.every(({ flag }) => isRefused(flag))) return [];
  const exposures = fromSubnets(launch);
  return exposures.length > 0 && isStillToBeSaid(launch)
    ? [deferred(node, exposures[0]?.property ?? FLAG)]
    : exposures;
}

/** Whether an input in which an address may be refused, the launcher's or its template's, is not known yet as a whole. */
function isStillToBeSaid({ node, launcher, templates, subnets }: Launch): boolean {
  const isUnknown = (one: Node) => (input: string) => one.properties.get(input).state === "unknown";
  const own = [...launcher.flags, ...launcher.templates.filter((input) => launcher.subnets.includes(input))];
  // What has nothing but a subnet is decided by it, where it is found.
  const places = own.length + subnets.length === 0 ? launcher.subnets : [];
  return (
    [...own, ...places].some(isUnknown(node)) ||
    templates.some((template) => TEMPLATE.flags.some(isUnknown(template)))
  );
}

/** How many instances a launcher describes by themselves: a spot fleet has a list, everything else one. */
function specifications({ node }: Launch): number {
  const list = node.properties.list("launchSpecifications");
  return list.state === "known" ? list.value.length : 1;
}

const isRefused = ({ value }: Inner): boolean => value.state === "known" && isFalse(value.value);

/** Where nothing is said, the subnet decides; a subnet that is not here cannot be trusted to. */
function fromSubnets({ node, launcher, subnets }: Launch): readonly Finding[] {
  const property = launcher.flags[0] ?? launcher.subnets[0] ?? FLAG;
  if (subnets.length === 0) {
    if (leavesAllToSubnet(launcher) && namesSubnet(node, launcher)) return [];
    return [violation(node, property, "not set, and the subnet is not part of this stack", REQUIRED)];
  }
  return subnets.flatMap((subnet): readonly Finding[] => {
    const hands = subnet.properties.get("mapPublicIpOnLaunch");
    const byDefault = hands.state === "unset" && subnet.type.includes("defaultSubnet");
    if (hands.state === "unknown") return [deferred(node, property)];
    if (!byDefault && !(hands.state === "known" && isTrue(hands.value))) return [];
    const path = [node.name, `subnet ${subnet.name}`, "mapPublicIpOnLaunch: true"];
    return [
      violation(node, property, "not set, and the subnet hands out public addresses", REQUIRED, { path }),
    ];
  });
}

/** What has no way to refuse an address but its subnet; one of another stack is judged there. */
const leavesAllToSubnet = ({ flags, templates }: Launcher): boolean => flags.length + templates.length === 0;

function namesSubnet(node: Node, launcher: Launcher): boolean {
  return launcher.subnets.some((input) =>
    leavesOf(node.properties.get(input), input).some(
      ({ path, value }) => /subnet/i.test(path) && value.state !== "unset" && !isNothing(value),
    ),
  );
}

const isNothing = (value: Inner["value"]): boolean => value.state === "known" && value.value === "";
