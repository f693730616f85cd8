/** A line of a script that takes code from somewhere without a check. */
export interface Fetch {
  readonly found: string;
  readonly kind: "piped-to-shell" | "public-index" | "no-tls-check";
}

/** Whether files and packages may come from a host. */
export type ApprovedHost = (host: string) => boolean;

/** What is fetched and run in one go: by a pipe, a substitution, or a process substitution. */
const PIPED = [
  /\b(?:curl|wget)\b[^\n|;]*\|\s*(?:sudo\s+(?:-\S+\s+)*)?(?:env\s+\S+\s+)?(?:\/\S*\/)?(?:ba|z|da|k)?sh\b/,
  /\b(?:curl|wget)\b[^\n|;]*\|\s*(?:sudo\s+(?:-\S+\s+)*)?(?:\/\S*\/)?(?:python[\d.]*|perl|ruby|node)\b/,
  /\b(?:ba|z|da|k)?sh\s+(?:-\S+\s+)*["']?(?:<\(|\$\(|`)\s*(?:curl|wget)\b/,
  /\b(?:source|eval|\.)\s+["']?(?:<\(|\$\(|`)\s*(?:curl|wget)\b/,
];

/** Each of these takes whatever answers for the real thing. */
const WITHOUT_TLS_CHECK = [
  /\bcurl\b[^\n]*\s(?:-[a-zA-Z]*k[a-zA-Z]*|--insecure)(?:\s|$)/,
  /\bwget\b[^\n]*--no-check-certificate\b/,
  /--trusted-host\b|\bPIP_TRUSTED_HOST=/,
  /\bhttp\.sslVerify(?:=|\s+)["']?false|\bGIT_SSL_NO_VERIFY=(?!0|false)/i,
  /\bPYTHONHTTPSVERIFY=["']?0|\bNODE_TLS_REJECT_UNAUTHORIZED=["']?0/,
  /\bssl_verify(?::|=|\s)\s*["']?(?:false|no)\b|\bstrict-ssl(?:=|\s+)["']?false/i,
  /--allow-unauthenticated\b|--no-?gpg-?check\b|--no-verify-ssl\b/,
];

const INSTALLS =
  /\b(?:pip[\d.]*|uv\s+pip|conda|mamba|micromamba)\s+(?:-\S+\s+)*(?:install|create|download|wheel)\b/;

/** Installs that look at nothing outside: files at hand, or no index at all. */
const OFFLINE = /--no-index\b|--offline\b|\b(?:install|wheel)\s+(?:--?[\w-]+\s+)*(?:\.{1,2}\/|\/|\.\s*$)/;

/** What names an index: flags, variables, and settings that are written before. */
const INDEX =
  /(?:--(?:extra-)?index-url|--default-index|--find-links|-i|-f|-c|--channel|global\.(?:extra-)?index-url|\b(?:PIP|UV)_(?:EXTRA_|DEFAULT_)?INDEX(?:_URL)?|(?:extra-)?index-url)[\s=]+["']?([^\s"']+)/g;

/** Every line that takes code from somewhere that is not approved, or without a check. */
export function fetchesIn(script: string, isApproved: ApprovedHost): readonly Fetch[] {
  const lines = joined(script).filter((line) => !/^\s*#/.test(line));
  const hasIndex = lines.some((line) => !INSTALLS.test(line) && setsIndex(line, isApproved));
  return lines.flatMap((line): readonly Fetch[] => {
    const found = line.trim();
    return [
      ...(PIPED.some((form) => form.test(line)) ? [{ found, kind: "piped-to-shell" as const }] : []),
      ...(WITHOUT_TLS_CHECK.some((form) => form.test(line))
        ? [{ found, kind: "no-tls-check" as const }]
        : []),
      ...(takesFromPublicIndex(line, hasIndex, isApproved) ? [{ found, kind: "public-index" as const }] : []),
    ];
  });
}

/** The script's lines, with those that a backslash continues put together. */
const joined = (script: string): readonly string[] => script.replace(/\\\r?\n\s*/g, " ").split(/\r?\n/);

/** `aws codeartifact login` makes the account's own repository the index. */
const setsIndex = (line: string, isApproved: ApprovedHost): boolean =>
  /\baws\s+codeartifact\s+login\b/.test(line) || hostsOfIndexes(line).some(isApproved);

function takesFromPublicIndex(line: string, hasIndex: boolean, isApproved: ApprovedHost): boolean {
  const hosts = hostsOfIndexes(line);
  // One index that is not approved is enough: the installer takes whichever has the newest version.
  if (hosts.some((host) => !isApproved(host))) return true;
  if (!INSTALLS.test(line) || OFFLINE.test(line)) return false;
  return hosts.length === 0 && !hasIndex;
}

/** An index by a variable is one that the script, or the machine, was given; it is approved by its host when known. */
function hostsOfIndexes(line: string): readonly string[] {
  const isAboutPackages = INSTALLS.test(line) || /\bindex[-_]url\b|INDEX/i.test(line);
  if (!isAboutPackages) return [];
  return [...line.matchAll(INDEX)].flatMap(([, address = ""]) => {
    const host = /^[a-z]+:\/\/(?:[^/@\s]*@)?([^/:\s]+)/i.exec(address)?.[1];
    return host === undefined ? (/^[a-z][\w-]*$/i.test(address) ? [address] : []) : [host];
  });
}
