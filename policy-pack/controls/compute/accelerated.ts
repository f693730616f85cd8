/**
 * The letters of the instance families that carry an accelerator: GPUs (`p`, `g`, and `gr` with more memory),
 * Trainium (`trn`), Inferentia (`inf`), deep learning accelerators (`dl`), FPGAs (`f`) and video transcoders (`vt`).
 * New generations keep the letters: https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html and
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
const FAMILY = /^(?:ml\.)?(?:p|g|gr|trn|inf|dl|f|vt)[\d*]/;

/**
 * Whether an instance type, a bare family as Batch takes it (`g5`, `p4d`), or a pattern of types (`g*`, `p5.*`) has an
 * accelerator. SageMaker's `ml.` names count alike.
 */
export function isAccelerated(instanceType: unknown): boolean {
  return typeof instanceType === "string" && FAMILY.test(instanceType.toLowerCase());
}
