import type { ServiceFacts } from "../resource-facts";

/** Volumes, snapshots, and the account's defaults for them. */
export const EBS: ServiceFacts = {
  "aws:ebs/volume:Volume": { id: "vol-{hex:17}", arn: "arn:{partition}:ec2:{region}:{account}:volume/{id}" },
  "aws:ebs/snapshot:Snapshot": { id: "snap-{hex:17}", arn: "arn:{partition}:ec2:{region}::snapshot/{id}" },
  "aws:ebs/snapshotCopy:SnapshotCopy": {
    id: "snap-{hex:17}",
    arn: "arn:{partition}:ec2:{region}::snapshot/{id}",
  },
  "aws:ebs/encryptionByDefault:EncryptionByDefault": { id: "terraform-{digits:26}" },
  "aws:ebs/defaultKmsKey:DefaultKmsKey": { id: "{keyArn}" },
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": { id: "{region}" },
};
