import type { ServiceFacts } from "../resource-facts";

/** Keys, their aliases and grants. */
export const KMS: ServiceFacts = {
  "aws:kms/key:Key": {
    id: "{uuid}",
    arn: "arn:{partition}:kms:{region}:{account}:key/{id}",
    outputs: { keyId: "{id}", multiRegion: false, rotationPeriodInDays: 365 },
  },
  "aws:kms/replicaKey:ReplicaKey": {
    id: "mrk-{hex:32}",
    arn: "arn:{partition}:kms:{region}:{account}:key/{id}",
    outputs: {
      keyId: "{id}",
      keySpec: "SYMMETRIC_DEFAULT",
      keyUsage: "ENCRYPT_DECRYPT",
      keyRotationEnabled: true,
    },
  },
  "aws:kms/alias:Alias": {
    id: "{name starting alias/}",
    arn: "arn:{partition}:kms:{region}:{account}:{id}",
    outputs: { name: "{id}", targetKeyArn: "arn:{partition}:kms:{region}:{account}:key/{targetKeyId}" },
    unique: "account",
  },
  "aws:kms/keyPolicy:KeyPolicy": { id: "{keyId}" },
  "aws:kms/grant:Grant": { id: "{keyId}:{hex:64}", outputs: { grantId: "{hex:64}", grantToken: "{hex:64}" } },
};
