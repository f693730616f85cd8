/** A region that a text names, and the words around it. */
export interface NamedRegion {
  readonly region: string;
  readonly text: string;
}

const REGION = "[a-z]{2}(?:-[a-z]+)+-\\d{1,2}";

/** An ARN with a region: `arn:aws:kms:us-east-1:222222222222:key/1`. */
const IN_ARN = new RegExp(`arn:aws[a-z-]*:[a-z0-9-]+:(${REGION}):[^\\s"',\\]}]*`, "g");

/**
 * A host of a regional endpoint, in the forms that AWS documents: `sqs.us-east-1.amazonaws.com`,
 * `s3-us-west-2.amazonaws.com`, `x.lambda-url.us-east-1.on.aws`, `ec2.us-east-1.api.aws`.
 * https://docs.aws.amazon.com/general/latest/gr/rande.html
 */
const IN_HOST = new RegExp(
  `[a-z0-9.-]*[.-](${REGION})(?:\\.[a-z0-9-]+)*\\.(?:amazonaws\\.com|on\\.aws|api\\.aws)`,
  "g",
);

/** The name of an endpoint service: `com.amazonaws.us-east-1.s3`, `aws.sagemaker.us-east-1.studio`. */
const IN_SERVICE = new RegExp(`(?:com|cn|aws)(?:\\.[a-z]+)+\\.(${REGION})\\.[a-z0-9.-]+`, "g");

/** Each form, and words of which it holds one: most texts hold none, and looking for them is quick. */
const FORMS = [
  { form: IN_ARN, words: ["arn:aws"] },
  { form: IN_HOST, words: ["amazonaws.com", "on.aws", "api.aws"] },
  { form: IN_SERVICE, words: ["com.", "cn.", "aws."] },
];

/** The regions that a text names: in ARNs, hosts of AWS, and names of endpoint services. */
export function regionsIn(text: string): readonly NamedRegion[] {
  if (!text.includes("aws")) return [];
  return FORMS.filter(({ words }) => words.some((word) => text.includes(word))).flatMap(({ form }) =>
    [...text.matchAll(form)].map((match) => ({ region: match[1] ?? "", text: match[0] })),
  );
}
