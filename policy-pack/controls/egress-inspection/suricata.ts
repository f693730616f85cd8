/** A rule of Suricata's that lets traffic pass, as far as a judgement of its destination needs it. */
export interface PassRule {
  readonly text: string;
  readonly destination: string;
  /** The host names that it compares with; those that are only an end of the name begin with a dot. */
  readonly hosts: readonly string[];
  /** Whether it is for packets before a connection is made, which carry no data. */
  readonly beforeConnection: boolean;
}

const RULE =
  /^\s*pass\s+\S+\s+(\[[^\]]*\]|\S+)\s+(\[[^\]]*\]|\S+)\s+(?:->|<>)\s+(\[[^\]]*\]|\S+)\s+(\[[^\]]*\]|\S+)\s*\((.*)\)\s*$/i;
const HOST =
  /(?:tls[._]sni|http[._]host|http\.host\.raw|dns[._]query)\s*;(?:\s*(?:dotprefix|nocase)\s*;)*\s*content\s*:\s*"([^"]+)"([^"]*?)(?=(?:tls[._]|http[._]|dns[._]|$))/gi;

/**
 * The rules of a rule group that let traffic pass. A line of another kind is left out; one that is no rule at all AWS
 * refuses. https://docs.suricata.io/en/latest/rules/intro.html
 */
export function passRules(rules: string): readonly PassRule[] {
  // A backslash at the end continues a rule on the next line.
  const lines = rules.replace(/\\[ \t]*\r?\n/g, " ").split(/\r?\n/);
  return lines.flatMap((line): readonly PassRule[] => {
    const match = RULE.exec(line);
    if (match === null) return [];
    const options = match[5] ?? "";
    return [
      {
        text: line.trim(),
        destination: match[3] ?? "any",
        hosts: [...options.matchAll(HOST)].map(([, host = "", rest = ""]) => hostOf(host, rest)),
        beforeConnection: /flow\s*:[^;]*not_established/i.test(options),
      },
    ];
  });
}

/**
 * A text that must stand at the beginning and at the end is the whole name. One that need not stand at the end is in
 * names of anybody's, as `pypi.org` in `pypi.org.example.com`, and is written with a star after it.
 */
function hostOf(host: string, rest: string): string {
  const ends = /endswith|isdataat\s*:\s*!\s*1/i.test(rest);
  const whole = ends && /startswith/i.test(rest);
  const name = whole || host.startsWith(".") ? host : `.${host}`;
  return ends ? name : `${name}*`;
}

/** Whether a destination of a rule is no place in particular. */
export function isAnywhere(destination: string): boolean {
  return /^(any|\$EXTERNAL_NET|!.*)$/i.test(destination.trim());
}
