/**
 * Families whose name does not say that they have local storage. Of the others, a `d` after the generation does:
 * `m5d`, `g4dn`, `p4de`.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-store-volumes.html
 */
export const FAMILIES_WITH_LOCAL_STORAGE: readonly string[] = [
  "g5",
  "g6",
  "g6e",
  "g6f",
  "gr6",
  "gr6f",
  "i3",
  "i3en",
  "p5",
  "p5e",
  "p5en",
  "trn1",
  "trn1n",
  "trn2",
];

/**
 * Whether an instance type keeps its data on local disks, which the hardware encrypts and for which SageMaker
 * refuses a customer key.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html#sagemaker-CreateEndpointConfig-request-KmsKeyId
 * @param instanceType A SageMaker instance type, such as `ml.g5.xlarge`.
 */
export function hasLocalStorage(instanceType: string): boolean {
  const family = instanceType.split(".")[1] ?? "";
  return FAMILIES_WITH_LOCAL_STORAGE.includes(family) || /^[a-z]+\d+[a-z]*d[a-z]*$/.test(family);
}
