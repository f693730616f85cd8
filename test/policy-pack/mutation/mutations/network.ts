import type { Mutation } from "../mutant";

const IPV4 = /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/;
const IPV6 = /^[0-9a-f:]+\/\d{1,3}$/i;
const VPC_OR_SUBNET = new Set(["aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet"]);

/** A range opened to the world: in one piece, in two halves, and for IPv6. A VPC's own range is no permission. */
export const worldwide: Mutation = ({ resource, path, value }) => {
  if (typeof value !== "string" || VPC_OR_SUBNET.has(resource.type)) return [];
  if (IPV4.test(value))
    return ["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1"].map((range) => ({
      path,
      kind: `widened to ${range}`,
      value: range,
    }));
  return IPV6.test(value) ? [{ path, kind: "widened to ::/0", value: "::/0" }] : [];
};

/** A rule's only peer, a group or a range or a prefix list, replaced by everyone. */
export const everyPeer: Mutation = ({ resource, path, value }) => {
  if (path.length !== 0 || !isObject(value)) return [];
  const peers = ["cidrIpv4", "cidrIpv6", "referencedSecurityGroupId", "prefixListId", "cidrBlock"];
  const own = peers.filter((peer) => value[peer] !== undefined);
  if (own.length === 0 || resource.type.includes("/subnet") || resource.type.includes("/vpc:")) return [];
  const rest = Object.fromEntries(Object.entries(value).filter(([name]) => !own.includes(name)));
  const [ipv4, ipv6] = own[0] === "cidrBlock" ? ["cidrBlock", "ipv6CidrBlock"] : ["cidrIpv4", "cidrIpv6"];
  return [
    { path: [], property: "(peer)", kind: "widened to 0.0.0.0/0", value: { ...rest, [ipv4]: "0.0.0.0/0" } },
    { path: [], property: "(peer)", kind: "widened to ::/0", value: { ...rest, [ipv6]: "::/0" } },
  ];
};

/** All ports of the protocol, all protocols, and the ports of remote administration. */
export const everyPort: Mutation = ({ path, value }) => {
  if (!isObject(value) || value.fromPort === undefined) return [];
  const protocol = value.ipProtocol === undefined ? "protocol" : "ipProtocol";
  const without = Object.fromEntries(
    Object.entries(value).filter(([name]) => name !== "fromPort" && name !== "toPort"),
  );
  const property = [...path.map(String), "(ports)"].join(".");
  const ports = (fromPort: number, toPort: number, kind: string) => ({
    path,
    property,
    kind,
    value: { ...value, fromPort, toPort },
  });
  return [
    ports(0, 65535, "widened to all"),
    ports(22, 22, "moved to SSH"),
    { path, property, kind: "widened to every protocol", value: { ...without, [protocol]: "-1" } },
  ];
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
