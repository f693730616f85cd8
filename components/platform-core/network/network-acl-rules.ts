import type { SubnetKind } from "./subnet-plan";

/** One entry of a network ACL. Ports only for TCP; -1 is every protocol. */
export interface NetworkAclEntry {
  readonly egress: boolean;
  readonly ruleNumber: number;
  readonly protocol: "tcp" | "-1";
  readonly cidrBlock: string;
  readonly fromPort: number;
  readonly toPort: number;
}

const ANYWHERE = "0.0.0.0/0";

/**
 * What a subnet lets in and out, by name. Traffic stays in the VPC, but for S3: its gateway endpoint answers
 * from public addresses that have no fixed range. There is no other route out of the VPC, and the ports of
 * answers leave out 3389, by which Windows machines are administered.
 */
export function networkAclEntries(kind: SubnetKind, vpcCidr: string): Record<string, NetworkAclEntry> {
  return kind === "endpoint" ? endpointEntries(vpcCidr) : workloadEntries(vpcCidr);
}

function workloadEntries(vpcCidr: string): Record<string, NetworkAclEntry> {
  const all = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: vpcCidr } as const;
  const anywhere = { protocol: "tcp", cidrBlock: ANYWHERE } as const;
  return {
    "from-vpc": { egress: false, ruleNumber: 100, ...all },
    "s3-answers-low": { egress: false, ruleNumber: 110, ...anywhere, fromPort: 1024, toPort: 3388 },
    "s3-answers-high": { egress: false, ruleNumber: 120, ...anywhere, fromPort: 3390, toPort: 65535 },
    "to-vpc": { egress: true, ruleNumber: 100, ...all },
    "s3-requests": { egress: true, ruleNumber: 110, ...anywhere, fromPort: 443, toPort: 443 },
  };
}

function endpointEntries(vpcCidr: string): Record<string, NetworkAclEntry> {
  const vpc = { protocol: "tcp", cidrBlock: vpcCidr } as const;
  return {
    "requests-from-vpc": { egress: false, ruleNumber: 100, ...vpc, fromPort: 443, toPort: 443 },
    "answers-to-vpc": { egress: true, ruleNumber: 100, ...vpc, fromPort: 1024, toPort: 65535 },
  };
}
