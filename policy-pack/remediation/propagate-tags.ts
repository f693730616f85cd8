import { remediationOf } from "./defaults";

/**
 * Hands tags on to what resources make by themselves. An auto-scaling group has to say it of each tag, so that only
 * saying it can be wrong.
 */
export const propagateTags = remediationOf({
  name: "remediate-tag-propagation",
  controls: ["tags-propagate-to-children"],
  description: "Hands tags on to the machines, jobs, backups and apps that a resource makes by itself.",
  fill: {
    "aws:batch/jobDefinition:JobDefinition": { propagateTags: true },
    "aws:ecs/service:Service": { propagateTags: "SERVICE" },
    "aws:fsx/lustreFileSystem:LustreFileSystem": { copyTagsToBackups: true },
    "aws:fsx/ontapVolume:OntapVolume": { copyTagsToBackups: true },
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": { copyTagsToBackups: true, copyTagsToVolumes: true },
    "aws:fsx/openZfsVolume:OpenZfsVolume": { copyTagsToSnapshots: true },
    "aws:sagemaker/domain:Domain": { tagPropagation: "ENABLED" },
  },
  correct: { "aws:autoscaling/group:Group": { "tags[].propagateAtLaunch": true } },
});
