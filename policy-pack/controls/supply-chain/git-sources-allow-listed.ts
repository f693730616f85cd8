import {
  type Context,
  deferred,
  type Finding,
  isFalse,
  isText,
  type ResourceControl,
  type Subject,
  type Value,
  violation,
} from "../../core";

const CODE_REPOSITORY = "aws:sagemaker/codeRepository:CodeRepository";
const NOTEBOOK = "aws:sagemaker/notebookInstance:NotebookInstance";
const PROJECT = "aws:codebuild/project:Project";

export const gitSourcesAllowListed: ResourceControl = {
  kind: "resource",
  name: "git-sources-allow-listed",
  description:
    "Code comes over TLS from approved repositories, and credentials for them are secrets, not part of the address.",
  severity: "medium",
  levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  why: "What a notebook or a build clones it runs, with the role and the data that it has; and an address with a password shows it to everyone.",
  fix: {
    text: "Use a repository under one of the sources in policy-pack/company.json, and name a secret with the credential.",
    code: `new sagemaker.CodeRepository("models", {
  codeRepositoryName: "models",
  gitConfig: { repositoryUrl: "https://github.com/acme/models.git", secretArn: secret.arn },
});`,
  },
  frameworks: { nist: ["IA-5(7)", "SR-3"], fsbp: ["CodeBuild.1"] },
  types: [CODE_REPOSITORY, NOTEBOOK, PROJECT],
  check: (subject, context) => {
    switch (subject.type) {
      case CODE_REPOSITORY:
        return judgeCodeRepository(subject, context);
      case NOTEBOOK:
        return ["defaultCodeRepository", "additionalCodeRepositories"].flatMap((input) =>
          judgeSources(subject, input, context),
        );
      default:
        return judgeProject(subject, context);
    }
  },
};

/** AWS's own repositories go by the role; every other needs a credential, and that is a secret. */
function judgeCodeRepository(subject: Subject, context: Context): readonly Finding[] {
  const url = subject.properties.get("gitConfig.repositoryUrl");
  const secret = subject.properties.get("gitConfig.secretArn");
  const isOwn = url.state === "known" && isCodeCommit(String(url.value));
  return [
    ...judgeSource(subject, "gitConfig.repositoryUrl", url, context),
    ...(isOwn || secret.state === "unknown" || (secret.state === "known" && isText(secret.value))
      ? []
      : [violation(subject, "gitConfig.secretArn", secret, "the ARN of a secret with the credential")]),
  ];
}

function judgeProject(subject: Subject, context: Context): readonly Finding[] {
  const sources = subject.properties.list("secondarySources");
  const secondary = sources.state === "known" ? sources.value.map(({ path }) => path) : [];
  return [
    ...(sources.state === "unknown" ? [deferred(subject, "secondarySources")] : []),
    ...["source", ...secondary].flatMap((at) => [
      ...judgeLocation(subject, at, context),
      ...judgeTls(subject, `${at}.insecureSsl`),
    ]),
  ];
}

/** Only some types of sources are repositories; the others are buckets, pipelines, or nothing. */
function judgeLocation(subject: Subject, at: string, context: Context): readonly Finding[] {
  const type = subject.properties.get(`${at}.type`);
  const isElsewhere =
    type.state === "known" && ["S3", "CODEPIPELINE", "NO_SOURCE"].includes(String(type.value));
  return isElsewhere
    ? []
    : judgeSource(subject, `${at}.location`, subject.properties.get(`${at}.location`), context);
}

function judgeTls(subject: Subject, property: string): readonly Finding[] {
  const value = subject.properties.get(property);
  if (value.state === "unknown") return [deferred(subject, property)];
  return value.state === "known" && !isFalse(value.value)
    ? [violation(subject, property, value, "false")]
    : [];
}

/** One source, or a list of them. */
function judgeSources(subject: Subject, input: string, context: Context): readonly Finding[] {
  const list = subject.properties.list(input);
  return list.state === "known"
    ? list.value.flatMap(({ path, value }) => judgeSource(subject, path, value, context))
    : judgeSource(subject, input, subject.properties.get(input), context);
}

/** A name without an address is that of a code repository in the same account, which is judged itself. */
function judgeSource(
  subject: Subject,
  path: string,
  value: Value,
  { settings }: Context,
): readonly Finding[] {
  if (value.state === "unknown") return [deferred(subject, path)];
  const url = value.state === "known" ? String(value.value) : "";
  if (!url.includes("://") && !/^[\w.-]+@[\w.-]+:/.test(url)) return [];
  if (/^[a-z]+:\/\/[^/\s]*:[^/\s]*@/i.test(url)) {
    return [
      violation(
        subject,
        path,
        "an address with a password in it (masked)",
        "an address without a credential",
      ),
    ];
  }
  if (/^(http|git):\/\//i.test(url)) return [violation(subject, path, value, "an address with https")];
  const { gitSources } = settings;
  if (gitSources.length === 0 || isCodeCommit(url) || gitSources.some((source) => isUnder(url, source)))
    return [];
  return [violation(subject, path, value, `a source under ${gitSources.join(" or ")}`)];
}

const isCodeCommit = (url: string): boolean =>
  /^(https|ssh):\/\/git-codecommit(-fips)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\//.test(url);

/** `https://github.com/acme` is no beginning of `https://github.com/acme-evil/...`, and a user in front hides nothing. */
function isUnder(url: string, source: string): boolean {
  const plain = url.replace(/^([a-z]+:\/\/)[^/@]*@/i, "$1");
  return plain
    .toLowerCase()
    .startsWith(source.endsWith("/") ? source.toLowerCase() : `${source.toLowerCase()}/`);
}
