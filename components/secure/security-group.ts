import * as pulumi from "@pulumi/pulumi";
import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import { physicalName } from "./names";
import type { Scope } from "./scope";
import { tagsOf } from "./tags";

/** The other end of a rule. `self` is the group's own members. */
export type Peer =
  | { readonly cidrIpv4: pulumi.Input<string> }
  | { readonly prefixListId: pulumi.Input<string> }
  | { readonly securityGroupId: pulumi.Input<string> }
  | "self";

/** One rule. */
export interface SecurityGroupRule {
  /** Why the rule is there, for people. */
  readonly description: string;
  readonly peer: Peer;
  /** The protocol; `50` is ESP, which has no ports. */
  readonly protocol: "tcp" | "udp" | "50";
  /** The port. @default none, for a protocol that has no ports */
  readonly port?: number;
}

export interface SecurityGroupArgs {
  readonly scope: Scope;
  /** What the group is for, in kebab case: the last word of its name. */
  readonly purpose: string;
  /** What the group is for, for people. AWS cannot change it later without a new group. */
  readonly description: string;
  readonly vpcId: pulumi.Input<string>;
  /** What may come in, by name. @default nothing */
  readonly ingress?: Readonly<Record<string, SecurityGroupRule>>;
  /** What may go out, by name. @default nothing */
  readonly egress?: Readonly<Record<string, SecurityGroupRule>>;
}

/** A security group that lets nothing through but its named rules, each a resource of its own. */
export class SecurityGroup extends pulumi.ComponentResource {
  readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: SecurityGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("mlplatform:secure:SecurityGroup", name, {}, opts);
    const { scope } = args;
    const physical = physicalName("securityGroup", scope, args.purpose);

    const group = new ec2.SecurityGroup(
      name,
      { name: physical, description: args.description, vpcId: args.vpcId, tags: tagsOf(scope, physical) },
      { parent: this },
    );
    for (const [key, rule] of Object.entries(args.ingress ?? {})) {
      new vpc.SecurityGroupIngressRule(`${name}-from-${key}`, ruleArgs(scope, group.id, rule), {
        parent: this,
      });
    }
    for (const [key, rule] of Object.entries(args.egress ?? {})) {
      new vpc.SecurityGroupEgressRule(`${name}-to-${key}`, ruleArgs(scope, group.id, rule), { parent: this });
    }

    this.securityGroupId = group.id;
    this.registerOutputs({ securityGroupId: this.securityGroupId });
  }
}

function ruleArgs(
  scope: Scope,
  groupId: pulumi.Output<string>,
  rule: SecurityGroupRule,
): vpc.SecurityGroupIngressRuleArgs {
  return {
    securityGroupId: groupId,
    description: rule.description,
    ipProtocol: rule.protocol,
    ...(rule.port === undefined ? {} : { fromPort: rule.port, toPort: rule.port }),
    ...peerArgs(rule.peer, groupId),
    tags: tagsOf(scope),
  };
}

function peerArgs(peer: Peer, ownGroupId: pulumi.Output<string>) {
  if (peer === "self") return { referencedSecurityGroupId: ownGroupId };
  return "securityGroupId" in peer ? { referencedSecurityGroupId: peer.securityGroupId } : peer;
}
