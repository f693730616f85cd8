import {
  type Context,
  deferred,
  type Finding,
  type ResourceControl,
  type Subject,
  violation,
} from "../../core";
import { type ApprovedHost, type Fetch, fetchesIn } from "./script-fetches";
import { SCRIPT_TYPES, scriptsOf } from "./scripts";

const REQUIRED: Readonly<Record<Fetch["kind"], string>> = {
  "piped-to-shell": "a file that is fetched, checked against its digest, and then run",
  "public-index": "packages of an approved index, or of files that are at hand",
  "no-tls-check": "a host that is checked by its certificate",
};

export const bootScriptNoInternetFetch: ResourceControl = {
  kind: "resource",
  name: "boot-script-no-internet-fetch",
  description:
    "Scripts that run at start pipe nothing from the network into a shell, install from approved indexes, and check certificates.",
  severity: "medium",
  levels: { dev: "advisory", staging: "advisory", prod: "mandatory" },
  why: "Whoever owns the page or the package owns the machine at its next start, with the role and the data that it has.",
  fix: {
    text: "Bake what is needed into the image, or install it from CodeArtifact or an index that is listed in policy-pack/company.json.",
    code: `aws codeartifact login --tool pip --domain acme --repository approved
pip install --requirement requirements.txt --require-hashes`,
  },
  frameworks: { nist: ["CM-7(5)", "SI-7", "SR-3"] },
  types: SCRIPT_TYPES,
  check: (subject, context) =>
    scriptsOf(subject).flatMap(({ path, texts }): readonly Finding[] =>
      texts === "unknown"
        ? [deferred(subject, path)]
        : texts
            .flatMap((text) => fetchesIn(text, approvedBy(context)))
            .map((fetch) => finding(subject, path, fetch)),
    ),
};

/** The line is told in short: what follows it may be anything, a credential too. */
function finding(subject: Subject, path: string, { found, kind }: Fetch) {
  const command = found.replace(/:\/\/[^\s/@]*@/g, "://[masked]@").slice(0, 100);
  return violation(subject, path, command, REQUIRED[kind], { finding: kind });
}

/** Hosts of the settings, and CodeArtifact in the company's accounts: `acme-222222222222.d.codeartifact....` */
function approvedBy({ settings }: Context): ApprovedHost {
  const accounts = Object.values(settings.accounts).flat();
  return (host) => {
    const owner = /-(\d{12})\.d\.codeartifact\.[a-z0-9-]+\.(?:amazonaws\.com|on\.aws)/.exec(host)?.[1];
    if (owner !== undefined) return accounts.length === 0 || accounts.includes(owner);
    return settings.packageHosts.includes(host);
  };
}
