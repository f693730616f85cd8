import { loadAndValidate, type Problem, type Settings } from "../../config";
import { previewView, record, type RecordedResource, type Recording } from "../../local-cloud/recording";
import type {
  Report,
  ReportedDeferral,
  ReportedRemediation,
  ReportedViolation,
} from "../../policy-pack/contract/report";
import { loadExceptions } from "../../policy-pack/exceptions/load";
import type { ExceptionFile } from "../../policy-pack/exceptions/record";
import { judge, type JudgeOptions } from "../../policy-pack/judge";
import { type AskedRemediation, remediate } from "../../policy-pack/remediation/apply";
import { together } from "../../policy-pack/reports/together";
import { COMPANY } from "../../policy-pack/settings/company";
import { program } from "../../stacks/program";
import { OWN_CONFIGURATION, type PackConfiguration } from "../pack-configuration";
import { problemsSince } from "./base-branch";
import { packInput } from "./pack-input";

/** What the check found out about one stack. */
export type Inspection =
  | { readonly stack: string; readonly ok: false; readonly problems: readonly Problem[] }
  | {
      readonly stack: string;
      readonly ok: true;
      readonly recording: Recording;
      /** What is wrong: found with everything known, or as a preview would see it. */
      readonly violations: readonly ReportedViolation[];
      /** What a preview could not tell yet. Every one of them was judged here, with everything known. */
      readonly deferred: readonly ReportedDeferral[];
      /** What was mended before it was judged, because the pack's configuration asks for it. */
      readonly remediated: readonly ReportedRemediation[];
      /** The report with everything known, as after deployment. */
      readonly report: Report;
    };

export type Inspected = Extract<Inspection, { ok: true }>;

/** Inspects stacks one after the other; keeps what `org` hands to the environments, so that it runs once. */
export class Inspector {
  private organizationOutputs: Promise<Record<string, unknown>> | undefined;

  /**
   * @param root The project's root.
   * @param base The git revision that changes are held against. Default: none.
   * @param now The day that dates are held against. Default: today.
   * @param exceptions The exceptions that count. Default: those of the policy pack.
   * @param configuration What the policies do in this run. Default: what each says of itself.
   */
  constructor(
    private readonly root: string,
    private readonly base?: string,
    private readonly now: Date = new Date(),
    private readonly exceptions: ExceptionFile = loadExceptions(),
    private readonly configuration: PackConfiguration = OWN_CONFIGURATION,
  ) {}

  async inspect(stack: string): Promise<Inspection> {
    const loaded = loadAndValidate(this.root, stack);
    if (!loaded.ok) return { stack, ok: false, problems: loaded.problems };
    const problems = this.problemsSinceBase(loaded.settings);
    return problems.length > 0
      ? { stack, ok: false, problems }
      : this.inspectSettings(stack, loaded.settings);
  }

  /** Runs the program of a stack with settings that are known to be valid, and judges what it registered. */
  async inspectSettings(stack: string, settings: Settings): Promise<Inspected> {
    const recording = await this.record(stack, settings);
    if (stack === "org") this.organizationOutputs = Promise.resolve({ ...recording.outputs });
    const { now, exceptions, configuration } = this;
    return inspectRecording(recording, { now, exceptions, ...configuration });
  }

  /** Runs the program of one stack; an environment that does not stand alone is given the outputs that `org` would have. */
  async record(stack: string, settings: Settings): Promise<Recording> {
    const needsOrganization = settings.kind === "environment" && !settings.environment.standalone;
    const organization = needsOrganization ? await this.organization() : {};
    return record(() => program(settings), {
      stack,
      stackReferences: { "organization/mlplatform/org": organization },
    });
  }

  private problemsSinceBase(settings: Settings): readonly Problem[] {
    if (this.base === undefined || settings.kind !== "environment") return [];
    return problemsSince(this.root, this.base, settings);
  }

  private organization(): Promise<Record<string, unknown>> {
    this.organizationOutputs ??= this.recordOrganization();
    return this.organizationOutputs;
  }

  private async recordOrganization(): Promise<Record<string, unknown>> {
    const loaded = loadAndValidate(this.root, "org");
    if (!loaded.ok) return {};
    const recording = await this.record("org", loaded.settings);
    return { ...recording.outputs };
  }
}

export interface InspectionOptions extends Omit<JudgeOptions, "preview"> {
  /** What to mend before it is judged. Default: nothing. */
  readonly remediations?: readonly AskedRemediation[];
}

/** Judges what a program registered: once with everything known, and once as a preview would see it. */
export function inspectRecording(
  recording: Recording,
  { remediations = [], ...options }: InspectionOptions,
): Inspected {
  const { stack, resources } = recording;
  // One moment for both: what they show alike is then judged once.
  const both = { now: new Date(), ...options };
  const mended = (view: readonly RecordedResource[]) => remediate(packInput(view), remediations, COMPANY);
  const known = mended(resources);
  const report = judge(known.resources, { ...both, preview: false });
  const preview = judge(mended(previewView(resources)).resources, { ...both, preview: true });
  return {
    stack,
    ok: true,
    recording,
    // A preview must not find what the finished stack does not have.
    violations: together(report.violations, preview.violations),
    deferred: preview.deferred,
    remediated: known.remediated,
    report,
  };
}
