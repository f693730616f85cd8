/** A text that looks like a credential: what kind, never the text itself. */
export interface Credential {
  readonly kind: string;
}

/** Forms that nothing but a credential has. Each is the issuer's own documented form. */
const FORMS: readonly { readonly kind: string; readonly form: RegExp }[] = [
  { kind: "an AWS access key id", form: /\b(AKIA|ASIA)[A-Z2-7]{16}\b/ },
  { kind: "a private key", form: /-----BEGIN ([A-Z]+ )*PRIVATE KEY( BLOCK)?-----/ },
  { kind: "a GitHub token", form: /\b(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,})\b/ },
  { kind: "a GitLab token", form: /\bglpat-[\w-]{20,}/ },
  { kind: "a Slack token", form: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/ },
  { kind: "a Hugging Face token", form: /\bhf_[A-Za-z0-9]{30,}\b/ },
  { kind: "a model provider's API key", form: /\bsk-[A-Za-z0-9_-]{20,}/ },
  { kind: "a Pulumi access token", form: /\bpul-[0-9a-f]{40}\b/ },
  { kind: "a JSON web token", form: /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/ },
  { kind: "a password in a URL", form: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@${}]{3,}@/i },
  { kind: "a password in a connection string", form: /\b(password|passwd|pwd)\s*=\s*[^\s;&"'${}<]{3,}/i },
];

/** Names whose value is a credential, when it is not merely the name of one. */
const SECRET_NAME =
  /(passw(or)?d|passphrase|secret|api_?key|access_?key|private_?key|auth_?token|access_?token|_token$|^token$|credential|(^|_)(db_?)?(pass|pwd|pw)$|(signing|encryption|master|service_account|ssh|salt)_?key)/i;

/** Names that speak of where a secret is, of what kind or how it is made, or of a number or switch about it. */
const ABOUT_SECRET =
  /(arn|_id|name|type|provider|path|uri|url|file|prefix|header|ttl|expiry|enabled|length|region|limit|count|max_?tokens|_(alias|algorithm|endpoint|format|host|issuer|mode|policy|queue|rotation|source|stage|store|topic|version))s?$/i;

/** Tokens of a language model's vocabulary, which are hyperparameters. */
const OF_LANGUAGE_MODELS = /(pad|eos|bos|unk|sep|cls|mask|stop|special|start|end|image)_token$/i;

/** Values that only point at a secret: an ARN, a dynamic reference, a variable, a path of a parameter, words with slashes. */
const REFERENCE = /^(arn:|\{\{resolve:|\$\{|\$\.|\$|\/[\w/.-]+$|projects\/|[a-z][a-z_-]*(\/[a-z][a-z_-]*)+$)/;

/** The credential that a named value holds; undefined when it looks like none. */
export function credentialIn(name: string, value: string): Credential | undefined {
  const form = FORMS.find((each) => each.form.test(value));
  if (form !== undefined) return { kind: form.kind };
  return namesSecret(name) && isLiteral(name, value) ? { kind: `a literal for "${name}"` } : undefined;
}

/** Whether a name is that of a credential: `DB_PASSWORD` is, `DB_PASSWORD_ARN` and `pad_token` are not. */
export const namesSecret = (name: string): boolean => {
  const snake = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/-/g, "_");
  return SECRET_NAME.test(snake) && !ABOUT_SECRET.test(snake) && !OF_LANGUAGE_MODELS.test(snake);
};

/** Digits alone may be a port, a limit or a number of tokens; under the name of a password they are one. */
const isLiteral = (name: string, value: string): boolean =>
  value.length >= 4 &&
  !REFERENCE.test(value) &&
  !/^(true|false|none|null)$/i.test(value) &&
  (!/^\d+$/.test(value) || (value.length >= 6 && /passw|passphrase|(^|_)(pass|pwd|pw)$/i.test(name)));
