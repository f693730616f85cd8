/**
 * Families of SageMaker instances with an NVMe store of their own, which the hardware encrypts with a key that is
 * lost when the instance stops. SageMaker refuses a KMS key for them:
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html (KmsKeyId). A `d` after
 * the generation stands for such a store: https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
const WITH_STORE_BY_LETTER = /^ml\.(?:[a-z]+\d+[a-z]*d[a-z]*)\./;
const WITH_STORE_BY_FAMILY =
  /^ml\.(?:g5|g6|g6e|gr6|p5|p5e|p5en|p6-b200|trn1|trn1n|trn2|i\d+[a-z]*|im4gn|is4gen)\./;

/** Whether a SageMaker instance type keeps its data on a local NVMe store. */
export function hasLocalStore(instanceType: string): boolean {
  return WITH_STORE_BY_LETTER.test(instanceType) || WITH_STORE_BY_FAMILY.test(instanceType);
}
