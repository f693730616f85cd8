import type { Graph, Subject } from "./subject";

/** The three tiers. A tier that is not known is judged as `prod`. */
export type Tier = "dev" | "staging" | "prod";

/** What a control does in a tier: nothing, tell, or block. */
export type Level = "disabled" | "advisory" | "mandatory";

export type Severity = "low" | "medium" | "high" | "critical";

/** Where else a requirement is known. Each entry is an identifier of that catalogue. */
export interface Frameworks {
  /** CIS AWS Foundations Benchmark 7.0, e.g. "3.1.4". */
  readonly cis?: readonly string[];
  /** NIST SP 800-53 Rev. 5, e.g. "SC-28(1)". */
  readonly nist?: readonly string[];
  /** AWS Foundational Security Best Practices (Security Hub), e.g. "S3.17". */
  readonly fsbp?: readonly string[];
  /** GDPR articles, e.g. "32". */
  readonly gdpr?: readonly string[];
  /** Checkov, e.g. "CKV_AWS_19". */
  readonly checkov?: readonly string[];
}

/** What is wrong with one property of one resource. */
export interface Violation {
  readonly kind: "violation";
  readonly urn: string;
  /** The property, as a path: `ingress[0].cidrBlocks`. */
  readonly property: string;
  /** The value found, shortened and never a secret. */
  readonly found: string;
  /** What is required instead. */
  readonly required: string;
  /** An identifier of the finding within the resource, for exceptions narrower than a control: `Action::s3:*`. */
  readonly finding?: string;
  /** The way through the graph that makes it so: ["subnet ml-a", "rtb-1", "0.0.0.0/0", "igw-1"]. */
  readonly path?: readonly string[];
}

/** What could not be judged, because the value is known only after deployment. Judged again at `up`. */
export interface Deferred {
  readonly kind: "deferred";
  readonly urn: string;
  readonly property: string;
}

export type Finding = Violation | Deferred;

/** The three answers: compliant (an empty list), not (findings), or nothing here for this control to judge. */
export type Verdict = readonly Finding[] | "not-applicable";

/**
 * What a control may know besides the resources. Whether it is judging a preview is no part of it: a control says what
 * is unknown, and what that means is decided for all controls alike.
 */
export interface Context {
  readonly tier: Tier;
  /** Now, so that dates are judged the same in a test. */
  readonly now: Date;
  /** The pack's settings: allowed regions, accounts, tag names. */
  readonly settings: PackSettings;
}

/** What the pack is told of the company. Everything has a default, under which the pack works alone. */
export interface PackSettings {
  /** Regions that resources may be in. Empty: not judged. */
  readonly allowedRegions: readonly string[];
  /** Account ids by tier. Empty: not judged. */
  readonly accounts: Readonly<Partial<Record<Tier | "org", readonly string[]>>>;
  /** Names of the tags that every taggable resource carries. */
  readonly requiredTags: readonly string[];
  /** The organization's id, for conditions that must name it. Empty: any organization id will do. */
  readonly organizationId: string;
  /** Stacks' names to tiers. A stack that is not listed is judged as prod. */
  readonly stackTiers: Readonly<Record<string, Tier>>;
  /** Regular expressions that the values of tags must match in whole, by tag name. */
  readonly tagPatterns: Readonly<Record<string, string>>;
  /**
   * Where container images may come from besides ECR in the accounts above and in AWS's own accounts for SageMaker:
   * account ids, or hosts of registries. Default none.
   */
  readonly imageRegistries: readonly string[];
  /**
   * Regular expressions that the names of the company's buckets match in whole, by tier. None for a tier: every
   * bucket but AWS's public ones.
   */
  readonly trustedBuckets: Readonly<Partial<Record<Tier, readonly string[]>>>;
  /**
   * The domains that a firewall may let through, by tier; one that begins with a dot stands for those beneath it too.
   * None for a tier: every domain that is narrow enough.
   */
  readonly approvedDomains: Readonly<Partial<Record<Tier, readonly string[]>>>;
  /**
   * The services that a VPC for machine learning has endpoints for, by tier, as the end of their names:
   * `sagemaker.api`. None for a tier: those that SageMaker's jobs call.
   */
  readonly requiredEndpoints: Readonly<Partial<Record<Tier, readonly string[]>>>;
  /** Accounts of other companies that may be given something: a partner's, a vendor's. Default none. */
  readonly trustedAccounts: readonly string[];
  /** Hosts outside AWS that data may be sent to, such as the SIEM's. Default none. */
  readonly trustedHosts: readonly string[];
  /**
   * Hosts that scripts may install packages and fetch files from, besides CodeArtifact in the accounts above. Default
   * none.
   */
  readonly packageHosts: readonly string[];
  /**
   * Registries, by host, that ECR may pull through to: `public.ecr.aws`. Default none but ECR in the accounts above.
   */
  readonly upstreamRegistries: readonly string[];
  /**
   * Where source code may come from besides CodeCommit, as the beginning of its addresses:
   * `https://github.com/acme/`. Empty: hosts are not judged.
   */
  readonly gitSources: readonly string[];
  /**
   * What machines may be started from besides images of the same stack and AWS's public parameters: ids of images, or
   * regular expressions that names of SSM parameters match in whole. Empty: ids are not judged.
   */
  readonly machineImages: readonly string[];
  /** Regular expressions that instance types match in whole, by tier. None for a tier: every type. */
  readonly instanceTypes: Readonly<Partial<Record<Tier, readonly string[]>>>;
  /**
   * Services that the organization switches on in every account by itself, so that a stack need not: `guardduty`,
   * `cloudtrail`, `config`, `securityhub`, `access-analyzer`, `macie`, `inspector`, `ebs-encryption`, `budgets`. Default
   * none.
   */
  readonly organizationServices: readonly string[];
  /**
   * Regular expressions that the names of the company's permissions boundaries match in whole. Empty: any policy will
   * do as a boundary.
   */
  readonly permissionsBoundaries: readonly string[];
  /** The most machines with an accelerator that one resource may ask for, by tier. Default 2, 4 and 16. */
  readonly mostAccelerated: Readonly<Partial<Record<Tier, number>>>;
}

interface Metadata {
  /** Kebab-case, unique: `s3-bucket-versioned`. The file has the same name. */
  readonly name: string;
  /** One sentence: what must be so. */
  readonly description: string;
  readonly severity: Severity;
  /** What each tier enforces. */
  readonly levels: Readonly<Record<Tier, Level>>;
  /** Why anyone should care: what an attacker or an accident does with it. */
  readonly why: string;
  /** How to mend it: a sentence, and TypeScript to copy. */
  readonly fix: { readonly text: string; readonly code: string };
  readonly frameworks: Frameworks;
  /** Whether an exception may be granted in prod. Default true. */
  readonly exemptibleInProd?: boolean;
}

/** Judges one resource by itself. */
export interface ResourceControl extends Metadata {
  readonly kind: "resource";
  /** The types that it looks at, as full tokens; or all of a provider's, as `aws:*`. */
  readonly types: readonly string[];
  readonly check: (subject: Subject, context: Context) => Verdict;
}

/** Judges all resources of a stack together. */
export interface GraphControl extends Metadata {
  readonly kind: "graph";
  readonly check: (graph: Graph, context: Context) => Verdict;
}

export type Control = ResourceControl | GraphControl;
