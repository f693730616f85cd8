import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { type Scope, tagsOf } from "../../secure";

/**
 * Empties what AWS gives every VPC: its default security group, network ACL and route table let nothing
 * through, so that whatever is made without naming its own is cut off rather than open.
 */
export function lockDefaults(
  name: string,
  scope: Scope,
  vpc: ec2.Vpc,
  opts: pulumi.CustomResourceOptions,
): void {
  const tags = tagsOf(scope, `${name}-locked-default`);
  new ec2.DefaultSecurityGroup(`${name}-default`, { vpcId: vpc.id, ingress: [], egress: [], tags }, opts);
  new ec2.DefaultNetworkAcl(
    `${name}-default`,
    { defaultNetworkAclId: vpc.defaultNetworkAclId, ingress: [], egress: [], tags },
    // Subnets that name no ACL fall to the default one: which they are is AWS's to tell, not ours to manage.
    { ...opts, ignoreChanges: ["subnetIds"] },
  );
  new ec2.DefaultRouteTable(
    `${name}-default`,
    { defaultRouteTableId: vpc.defaultRouteTableId, routes: [], tags },
    opts,
  );
}
