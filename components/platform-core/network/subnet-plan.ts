import { coreSubnetCidr } from "../../secure";

/**
 * What the platform's own subnets are for. `private`: what may reach the internet where the tier lets it,
 * `isolated`: what never may, `endpoint`: the interface endpoints. Teams' subnets are their workspaces' own.
 */
export const SUBNET_KINDS = ["private", "isolated", "endpoint"] as const;
export type SubnetKind = (typeof SUBNET_KINDS)[number];

/** Places kept for each kind, so that another zone moves nobody else's range. */
const ZONES_RESERVED = 4;

export interface PlannedSubnet {
  readonly kind: SubnetKind;
  /** The zone's letter. */
  readonly zone: string;
  /** The zone's full name: `eu-central-1a`. */
  readonly availabilityZone: string;
  readonly cidrBlock: string;
}

/**
 * The platform's subnets of one VPC: one of each kind in each zone.
 * @param zones Letters of the zones, in the environment's order: a zone's place decides its range.
 */
export function planSubnets(vpcCidr: string, region: string, zones: readonly string[]): PlannedSubnet[] {
  return SUBNET_KINDS.flatMap((kind, kindIndex) =>
    zones.map((zone, zoneIndex) => ({
      kind,
      zone,
      availabilityZone: `${region}${zone}`,
      cidrBlock: coreSubnetCidr(vpcCidr, kindIndex * ZONES_RESERVED + zoneIndex),
    })),
  );
}
