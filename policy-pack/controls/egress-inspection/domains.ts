/**
 * Domains under which a cloud gives a name to whoever asks for one: to allow all of them is to allow an attacker's.
 * https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-domain-names.html
 */
const SHARED =
  /(^|\.)(amazonaws\.com(\.cn)?|on\.aws|cloudfront\.net|awsapprunner\.com|windows\.net|azureedge\.net|azurewebsites\.net|googleapis\.com|appspot\.com|run\.app|web\.app|firebaseapp\.com|github\.io|githubusercontent\.com|gitlab\.io|herokuapp\.com|netlify\.app|vercel\.app|pages\.dev|workers\.dev|r2\.dev)$/;

/** What stands before `amazonaws.com` and names no owner: services that give names, regions, and their variants. */
const NO_OWNER =
  /^(s3|s3-[a-z0-9-]+|s3express-[a-z0-9-]+|dualstack|fips|execute-api|elb|compute|lambda-url|[a-z]{2}(-[a-z]+)+-\d)$/;

/** Places where anyone drops a text or a file, or opens a tunnel, without an account of the company's. */
const DROPS =
  /(^|\.)(pastebin\.com|paste\.ee|hastebin\.com|ghostbin\.com|ix\.io|0x0\.st|termbin\.com|dpaste\.org|gist\.github\.com|transfer\.sh|file\.io|gofile\.io|anonfiles\.com|wetransfer\.com|mega\.nz|mega\.io|dropbox\.com|dropboxapi\.com|webhook\.site|requestbin\.com|pipedream\.net|ngrok\.io|ngrok\.app|ngrok-free\.app|trycloudflare\.com|serveo\.net|discord\.com|discordapp\.com|api\.telegram\.org)$/;

/** Why a target of an allow-list lets out more than one owner's hosts; undefined for a narrow one. */
export function tooWide(target: string): string | undefined {
  const name = target.trim().toLowerCase().replace(/^\*/, "");
  const bare = name.replace(/^\.+/, "");
  if (bare === "" || bare === "*") return "every domain";
  if (bare.endsWith("*")) return "which stands in names of anybody's";
  if (!bare.includes(".") || /^(ac|co|com|edu|gov|net|org)\.[a-z]{2}$/.test(bare))
    return "a whole top-level domain";
  if (DROPS.test(bare)) return "a place where anyone drops files or texts";
  if (!SHARED.test(bare)) return undefined;
  if (/(^|\.)amazonaws\.com(\.cn)?$/.test(bare)) return amazonWide(name, bare);
  const isSuffix = name.startsWith(".") || bare === "storage.googleapis.com";
  return isSuffix && bare.split(".").length <= 4 ? "every customer's names of a cloud" : undefined;
}

/** By its path `s3.amazonaws.com` reaches every bucket; an endpoint of another service is AWS's own. */
function amazonWide(name: string, bare: string): string | undefined {
  const labels = bare
    .replace(/\.?amazonaws\.com(\.cn)?$/, "")
    .split(".")
    .filter((label) => label !== "");
  const ownerless = labels.every((label) => NO_OWNER.test(label));
  const isStorage = labels.some((label) => /^s3([-.]|$)/.test(label));
  return ownerless && (name.startsWith(".") || isStorage || labels.length === 0)
    ? "every customer's names of a cloud"
    : undefined;
}

/** Whether a target is on a list of approved ones, or beneath one that begins with a dot. */
export function isApproved(target: string, approved: readonly string[]): boolean {
  const name = target.trim().toLowerCase();
  return approved.some((entry) => {
    const own = entry.toLowerCase();
    return own === name || (own.startsWith(".") && (name.endsWith(own) || name === own.slice(1)));
  });
}
