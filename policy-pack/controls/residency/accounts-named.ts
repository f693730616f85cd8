import { type Finding, type PackSettings, type Subject, violation } from "../../core";
import { remembering } from "../../core/remembering";
import { isAccountId, parseArn } from "../../iam/arn";
import { awsTexts } from "./aws-texts";

/**
 * What a resource uses in its own name: keys, roles and boundaries, secrets, functions, log groups. AWS offers none of
 * these from accounts of its own, so that one in an unknown account is somebody else's.
 */
const USED = [
  { service: "kms", resource: /^(key|alias)\// },
  { service: "iam", resource: /^(role|policy|user)\// },
  { service: "secretsmanager", resource: /^secret:/ },
  { service: "lambda", resource: /^function:/ },
  { service: "logs", resource: /^log-group:/ },
];

/** A key in a text that is a definition, of a pipeline for example. */
const KEY = /arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:(?:key|alias)\/[\w/-]+/g;

interface Used {
  readonly arn: string;
  readonly service: string;
  readonly account: string;
}

/**
 * Findings for every ARN among a resource's inputs that is one in an account that is not the company's; for a key, in one
 * that the stack may not act in, because whoever has the key has the data. Identities of trusted accounts may be named:
 * what they are given is judged where it is given.
 */
export function judgeAccountsNamed(
  subject: Subject,
  { accounts, trustedAccounts }: PackSettings,
  ofStack: readonly string[],
): readonly Finding[] {
  return awsTexts(subject.properties).flatMap(({ path, text }) =>
    usedIn(text)
      .filter(({ service, account }) => {
        if (service === "kms") return !ofStack.includes(account);
        return !isOwn(account, accounts) && !(service === "iam" && trustedAccounts.includes(account));
      })
      .map(({ arn, account }) =>
        violation(subject, path, arn, required(account, accounts), { finding: account }),
      ),
  );
}

const isOwn = (account: string, accounts: PackSettings["accounts"]): boolean =>
  Object.values(accounts).some((own) => own.includes(account));

const required = (account: string, accounts: PackSettings["accounts"]): string =>
  isOwn(account, accounts)
    ? "a key of the stack's own tier, or of the organization"
    : "one in an account of the company";

/** What a text uses: itself, when it is an ARN, or the keys in a definition. Policies speak of keys without using them. */
const usedIn = remembering((text): readonly Used[] => {
  if (text.startsWith("arn:")) return used(text);
  if (!/^\s*[[{]/.test(text) || /"Statement"/i.test(text)) return [];
  return [...new Set(text.match(KEY) ?? [])].flatMap(used);
});

/** Nothing for other ARNs, and for AWS's own policies. */
function used(text: string): readonly Used[] {
  const arn = parseArn(text);
  if (arn === undefined || !isAccountId(arn.account)) return [];
  const { service, account } = arn;
  return USED.some((one) => one.service === service && one.resource.test(arn.resource))
    ? [{ arn: text, service, account }]
    : [];
}
