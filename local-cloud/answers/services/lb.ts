import type { ServiceFacts } from "../resource-facts";

/** Elastic Load Balancing v2, and the certificates and firewalls in front of it. */
export const LB: ServiceFacts = {
  "aws:lb/loadBalancer:LoadBalancer": {
    id: "arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/app/{name}/{hex:16}",
    arn: "{id}",
    outputs: {
      arnSuffix: "app/{name}/{hex:16}",
      dnsName: "internal-{name}-{digits:10}.{region}.elb.amazonaws.com",
      vpcId: "vpc-{hex:17}",
      zoneId: "Z{upper:13}",
      ipAddressType: "ipv4",
    },
    unique: "account",
  },
  "aws:lb/targetGroup:TargetGroup": {
    id: "arn:{partition}:elasticloadbalancing:{region}:{account}:targetgroup/{name}/{hex:16}",
    arn: "{id}",
    outputs: { arnSuffix: "targetgroup/{name}/{hex:16}" },
    unique: "account",
  },
  "aws:lb/listener:Listener": {
    id: "arn:{partition}:elasticloadbalancing:{region}:{account}:listener/app/{logicalName}/{hex:16}/{hex:16:listener}",
    arn: "{id}",
  },
  "aws:lb/listenerRule:ListenerRule": {
    id: "arn:{partition}:elasticloadbalancing:{region}:{account}:listener-rule/app/{logicalName}/{hex:16}/{hex:16:listener}/{hex:16:rule}",
    arn: "{id}",
  },
  "aws:lb/targetGroupAttachment:TargetGroupAttachment": { id: "{targetGroupArn}-{digits:26}" },
  "aws:acm/certificate:Certificate": {
    id: "arn:{partition}:acm:{region}:{account}:certificate/{uuid}",
    arn: "{id}",
    outputs: { status: "ISSUED" },
  },
  "aws:wafv2/webAcl:WebAcl": {
    id: "{uuid}",
    arn: "arn:{partition}:wafv2:{region}:{account}:{wafScope}/webacl/{name}/{id}",
    unique: "account",
  },
  "aws:wafv2/webAclAssociation:WebAclAssociation": { id: "{webAclArn},{resourceArn}" },
};
