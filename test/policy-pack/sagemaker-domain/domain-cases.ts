import { type Declared, declare, ref } from "../support/resources";

export const key = declare("kms/key:Key", "team");
export const bucket = declare("s3/bucket:Bucket", "work");
export const subnet = declare("ec2/subnet:Subnet", "ml-a");
export const group = declare("ec2/securityGroup:SecurityGroup", "studio");
export const around = [key, bucket, subnet, group] as const;

export const domain = (props: Declared["props"] = {}) => declare("sagemaker/domain:Domain", "studio", props);
export const users = (settings: object) => domain({ defaultUserSettings: settings });
export const profile = (settings: object) =>
  declare("sagemaker/userProfile:UserProfile", "someone", { userSettings: settings });

export const ofDomain = (property: string) => `studio (sagemaker/domain): ${property}`;
export const ofProfile = (property: string) => `someone (sagemaker/userProfile): ${property}`;

/** A place in the bucket above, not known before the bucket is. */
export const ownPlace = ref(declare("s3/bucket:Bucket", "work", { place: "s3://acme-work/x" }), "place");
