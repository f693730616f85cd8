import type { Value } from "../contract/value";

/** The ports that a rule opens: all of every protocol, or a range of one. */
export type Ports =
  | { readonly kind: "all" }
  | { readonly kind: "range"; readonly protocol: string; readonly from: number; readonly to: number }
  | { readonly kind: "unknown" };

const LAST_PORT = 65535;

/** IANA numbers, which AWS takes as well as names: https://www.iana.org/assignments/protocol-numbers */
const PROTOCOLS: Readonly<Record<string, string>> = { "6": "tcp", "17": "udp", "1": "icmp", "58": "icmpv6" };

/**
 * Reads the ports of a rule. Protocol -1 opens everything whatever the ports say; ports of TCP and UDP that are
 * left out, or -1, are all of them.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
export function portsOf(protocol: Value, from: Value, to: Value): Ports {
  if (protocol.state === "unknown") return { kind: "unknown" };
  const written = protocol.state === "known" ? String(protocol.value).toLowerCase() : "-1";
  const name = PROTOCOLS[written] ?? written;
  if (name === "-1" || name === "all") return { kind: "all" };
  // Of ICMP the numbers are types and codes of messages; ESP (50) and the like have none. The protocol is all there is.
  if (name !== "tcp" && name !== "udp") return { kind: "range", protocol: name, from: -1, to: -1 };
  if (from.state === "unknown" || to.state === "unknown") return { kind: "unknown" };
  const first = portNumber(from) ?? 0;
  const last = portNumber(to) ?? LAST_PORT;
  if (first < 0 || last < 0) return { kind: "range", protocol: name, from: 0, to: LAST_PORT };
  return { kind: "range", protocol: name, from: first, to: last };
}

/** Whether a rule opens a port of a protocol, for certain. */
export function opensPort(ports: Ports, port: number, protocol = "tcp"): boolean {
  if (ports.kind === "all") return true;
  return ports.kind === "range" && ports.protocol === protocol && ports.from <= port && port <= ports.to;
}

/** From how many ports on a range names none: all but a few hundred, and so no port that was thought of. */
const NEARLY_ALL = 65000;

/** Whether a rule opens every port of its protocol, or as good as that. */
export function opensEveryPort(ports: Ports): boolean {
  return ports.kind === "all" || (ports.kind === "range" && ports.to - ports.from >= NEARLY_ALL);
}

/** Ports in words: `tcp 443`, `tcp 8000-8080`, `every port of every protocol`. */
export function portsInWords(ports: Ports): string {
  if (ports.kind === "all") return "every port of every protocol";
  if (ports.kind === "unknown") return "ports not known before deployment";
  if (ports.from < 0) return /^\d+$/.test(ports.protocol) ? `protocol ${ports.protocol}` : ports.protocol;
  if (ports.from <= 1 && ports.to >= LAST_PORT) return `every ${ports.protocol} port`;
  return ports.from === ports.to
    ? `${ports.protocol} ${ports.from}`
    : `${ports.protocol} ${ports.from}-${ports.to}`;
}

function portNumber(value: Value): number | undefined {
  if (value.state !== "known") return undefined;
  const number = Number(value.value);
  return Number.isInteger(number) ? number : undefined;
}

/** Whether two rules may open the same port; unknown ports may be any. */
export function shareAPort(a: Ports, b: Ports): boolean {
  if (a.kind !== "range" || b.kind !== "range") return true;
  return a.protocol === b.protocol && a.from <= b.to && b.from <= a.to;
}
