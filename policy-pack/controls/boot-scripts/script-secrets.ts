import { type Credential, credentialIn } from "../secrets/credentials";

/** `DB_PASSWORD=...`, `password: ...`, `export API_KEY="..."`, and in a JSON object `"token": "..."`. */
const ASSIGNMENT = /["']?\b([A-Za-z_][\w-]*)["']?\s*[:=]\s*("[^"\n]*"|'[^'\n]*'|[^\s"';&|]+)/g;

/** `--password ...`, which the pattern above takes only with an equals sign. */
const FLAG = /--([a-z][a-z-]*)\s+("[^"\n]*"|'[^'\n]*'|[^\s"';&|-][^\s"';&|]*)/g;

/** Commands that take a password by a short flag: `mysql -pPASSWORD`, `sshpass -p PASSWORD`, `curl -u USER:PASSWORD`. */
const COMMANDS = [
  /\b(?:mysql|mysqldump|mysqladmin|mariadb)\b[^\n|;&]*?\s-p([^\s"';&|]{4,})/g,
  /\bsshpass\s+-p\s*("[^"\n]*"|'[^'\n]*'|[^\s"';&|]+)/g,
  /\bcurl\b[^\n|;&]*?\s(?:-u|--user)[\s=]+["']?[^\s:"']+:([^\s"';&|]{4,})/g,
];

/** The credentials that a script holds, each kind once, never their values. */
export function credentialsIn(script: string): readonly Credential[] {
  const lines = script.split(/\r?\n/).filter((line) => !/^\s*#(?!!)/.test(line) || credentialIn("", line));
  const found = lines.flatMap((line) => {
    const byForm = credentialIn("", line);
    return byForm !== undefined
      ? [byForm]
      : [
          ...[...line.matchAll(ASSIGNMENT), ...line.matchAll(FLAG)].flatMap(byName),
          ...COMMANDS.flatMap((command) => [...line.matchAll(command)].flatMap(byPlace)),
        ];
  });
  return [...new Map(found.map((one) => [one.kind, one])).values()];
}

function byName(match: RegExpMatchArray): readonly Credential[] {
  const value = (match[2] ?? "").replace(/^["']|["']$/g, "");
  const credential = isComputed(value) ? undefined : credentialIn(match[1] ?? "", value);
  return credential === undefined ? [] : [credential];
}

function byPlace(match: RegExpMatchArray): readonly Credential[] {
  const value = (match[1] ?? "").replace(/^["']|["']$/g, "");
  return isComputed(value) ? [] : [{ kind: "a password on a command line" }];
}

/** A value that the script works out or reads when it runs. */
const isComputed = (value: string): boolean => /[$`]|^\(|^<|^\{\{/.test(value);
