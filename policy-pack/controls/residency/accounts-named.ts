import { type Finding, type PackSettings, type Subject, violation } from "../../core";
import { isAccountId, parseArn } from "../../iam/arn";
import { awsTexts } from "./aws-texts";

/**
 * What a resource uses in its own name: keys, roles and boundaries, secrets, functions, log groups. AWS offers none of
 * these from accounts of its own, so that one in an unknown account is somebody else's.
 */
const USED = [
  { service: "kms", resource: /^key\// },
  { service: "iam", resource: /^(role|policy|user)\// },
  { service: "secretsmanager", resource: /^secret:/ },
  { service: "lambda", resource: /^function:/ },
  { service: "logs", resource: /^log-group:/ },
];

/** Findings for every ARN among a resource's inputs that is one in an account that is not the company's. */
export function judgeAccountsNamed(subject: Subject, { accounts }: PackSettings): readonly Finding[] {
  return awsTexts(subject.properties).flatMap(({ path, text }) => {
    const account = accountUsed(text);
    return account === undefined || isOwn(account, accounts)
      ? []
      : [violation(subject, path, text, "one in an account of the company", { finding: account })];
  });
}

const isOwn = (account: string, accounts: PackSettings["accounts"]): boolean =>
  Object.values(accounts).some((own) => own.includes(account));

/** The account of an ARN of something that is used; undefined for other ARNs, other texts and AWS's own policies. */
function accountUsed(text: string): string | undefined {
  const arn = parseArn(text);
  if (arn === undefined || !isAccountId(arn.account)) return undefined;
  const used = USED.some(({ service, resource }) => service === arn.service && resource.test(arn.resource));
  return used ? arn.account : undefined;
}
