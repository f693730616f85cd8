import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { type Scope, tagsOf } from "../../secure";
import { lockDefaults } from "./locked-defaults";
import { networkAclEntries } from "./network-acl-rules";
import { makeSubnet, type RoutedSubnet } from "./subnet";
import { planSubnets, SUBNET_KINDS, type SubnetKind } from "./subnet-plan";

export interface NetworkArgs {
  readonly scope: Scope;
  /** The VPC's range, a /16 that no other account has. */
  readonly cidr: string;
  /** Letters of the zones that the network spans. */
  readonly zones: readonly string[];
}

/** A VPC with no way to the internet: subnets in every zone, each with its own route table, and nothing open. */
export class Network extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  /** The platform's own subnets, each with its route table. */
  readonly subnets: readonly RoutedSubnet[];
  /** The network ACL of each kind of subnet. */
  readonly networkAclIds: Readonly<Record<SubnetKind, pulumi.Output<string>>>;

  constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:platform-core:Network", name, {}, opts);
    const { scope, cidr } = args;
    const child = { parent: this };

    // Interface endpoints answer under the services' own names only with both DNS switches on.
    const vpc = new ec2.Vpc(
      name,
      { cidrBlock: cidr, enableDnsSupport: true, enableDnsHostnames: true, tags: tagsOf(scope, name) },
      child,
    );
    this.vpcId = vpc.id;
    lockDefaults(name, scope, vpc, child);

    const acls = SUBNET_KINDS.map((kind) => [kind, this.networkAcl(`${name}-${kind}`, kind, args)] as const);
    this.networkAclIds = Object.fromEntries(acls) as Record<SubnetKind, pulumi.Output<string>>;

    this.subnets = planSubnets(cidr, scope.region, args.zones).map((planned) =>
      makeSubnet(
        `${name}-${planned.kind}-${planned.zone}`,
        scope,
        planned,
        { vpcId: vpc.id, networkAclId: this.networkAclIds[planned.kind] },
        child,
      ),
    );

    this.registerOutputs({ vpcId: this.vpcId });
  }

  private networkAcl(name: string, kind: SubnetKind, { scope, cidr }: NetworkArgs): pulumi.Output<string> {
    const child = { parent: this };
    const acl = new ec2.NetworkAcl(name, { vpcId: this.vpcId, tags: tagsOf(scope, name) }, child);
    for (const [key, entry] of Object.entries(networkAclEntries(kind, cidr))) {
      new ec2.NetworkAclRule(
        `${name}-${key}`,
        { networkAclId: acl.id, ruleAction: "allow", ...entry },
        child,
      );
    }
    return acl.id;
  }

  /** The subnets of one kind, in the order of the zones. */
  subnetsOf(kind: SubnetKind): readonly RoutedSubnet[] {
    return this.subnets.filter((subnet) => subnet.kind === kind);
  }
}
