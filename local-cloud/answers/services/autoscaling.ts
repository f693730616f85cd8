import type { ServiceFacts } from "../resource-facts";

/** EC2 Auto Scaling and Application Auto Scaling. */
export const AUTOSCALING: ServiceFacts = {
  "aws:autoscaling/group:Group": {
    id: "{name}",
    arn: "arn:{partition}:autoscaling:{region}:{account}:autoScalingGroup:{uuid}:autoScalingGroupName/{name}",
    unique: "account",
  },
  "aws:autoscaling/policy:Policy": {
    id: "{name}",
    key: "{autoscalingGroupName} {id}",
    arn: "arn:{partition}:autoscaling:{region}:{account}:scalingPolicy:{uuid}:autoScalingGroupName/{autoscalingGroupName}:policyName/{name}",
  },
  "aws:appautoscaling/target:Target": {
    id: "{resourceId}",
    key: "{scalableDimension} {id}",
    arn: "arn:{partition}:application-autoscaling:{region}:{account}:scalable-target/{hex:34}",
  },
  "aws:appautoscaling/policy:Policy": {
    id: "{name}",
    key: "{resourceId} {scalableDimension} {id}",
    arn: "arn:{partition}:autoscaling:{region}:{account}:scalingPolicy:{uuid}:resource/{serviceNamespace}/{resourceId}:policyName/{name}",
  },
  "aws:appautoscaling/scheduledAction:ScheduledAction": {
    id: "{name}-{serviceNamespace}-{resourceId}",
    arn: "arn:{partition}:autoscaling:{region}:{account}:scheduledAction:{uuid}:resource/{serviceNamespace}/{resourceId}:scheduledActionName/{name}",
  },
};
