/** What the name of a secret has in it, written in any way: `masterPassword`, `API_TOKEN`, `user-data`. */
const SECRET = /passw|secret|token|credential|privatekey|accesskey|apikey|userdata(?!base(?!64))/;

/** The last words of settings that say where a secret is or how secrets are handled, and hold none. */
const ABOUT_SECRETS: ReadonlySet<string> = new Set(
  "arn id enabled required version length age days size count prevention validity units strategy type status".split(
    " ",
  ),
);

/** Settings of AWS whose name gives no sign of it: whether the metadata service takes requests without a session. */
const NO_SECRETS: ReadonlySet<string> = new Set(["httptokens"]);

/** Whether a property's name says that its value is a secret: when in doubt, it does. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const letters = words.join("");
  return SECRET.test(letters) && !ABOUT_SECRETS.has(words.at(-1) ?? "") && !NO_SECRETS.has(letters);
}
