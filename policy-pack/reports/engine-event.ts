/** What the engine says of a policy (https://github.com/pulumi/pulumi/blob/v3.256.0/sdk/go/common/apitype/events.go). */
export interface EnginePolicyEvent {
  readonly resourceUrn?: string;
  readonly message: string;
  readonly policyName: string;
  /** `mandatory` blocks; anything else is advice. */
  readonly enforcementLevel: string;
}

/** Which policies judged something, and how. */
export interface PolicySummary {
  readonly passed?: readonly string[];
  readonly failed?: readonly string[];
}

/** A resource as a step leaves it. */
export interface SteppedResource {
  readonly urn: string;
  readonly type: string;
  /** True when a provider manages it, false for a component. */
  readonly custom?: boolean;
  /** The URN of its parent; empty for none. */
  readonly parent?: string;
  /** Its provider, as `<urn>::<id>`; empty for none. */
  readonly provider?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

interface Step {
  readonly metadata: {
    readonly urn: string;
    /** Missing when the step takes the resource away. */
    readonly new?: SteppedResource | null;
  };
}

/** What a remediation changed in a resource. */
export interface RemediationEvent {
  readonly resourceUrn?: string;
  readonly policyName: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** The events of the engine that a report is made of. Others are passed over. */
export interface EngineEvent {
  readonly policyEvent?: EnginePolicyEvent;
  readonly policyRemediationEvent?: RemediationEvent;
  readonly policyAnalyzeSummaryEvent?: PolicySummary;
  readonly policyAnalyzeStackSummaryEvent?: PolicySummary;
  readonly resourcePreEvent?: Step;
  readonly resOutputsEvent?: Step;
}

/** The part of an event that a report is made of; undefined for others. A large stack's whole events fill the memory. */
export function reportable(event: EngineEvent): EngineEvent | undefined {
  const { policyEvent, policyAnalyzeSummaryEvent, policyAnalyzeStackSummaryEvent } = event;
  const { policyRemediationEvent } = event;
  if (policyEvent !== undefined) return { policyEvent };
  if (policyRemediationEvent !== undefined) return { policyRemediationEvent };
  if (policyAnalyzeSummaryEvent !== undefined) return { policyAnalyzeSummaryEvent };
  if (policyAnalyzeStackSummaryEvent !== undefined) return { policyAnalyzeStackSummaryEvent };
  const stepped = (event.resOutputsEvent ?? event.resourcePreEvent)?.metadata.new ?? undefined;
  return stepped === undefined ? undefined : { resOutputsEvent: stepOf(stepped) };
}

function stepOf({ inputs, ...resource }: SteppedResource): Step {
  const { urn, type, custom, parent, provider } = resource;
  // Of a provider the inputs say in which account it acts; those of other resources are not read.
  const kept = type.startsWith("pulumi:providers:") ? { inputs } : {};
  return { metadata: { urn, new: { urn, type, custom, parent, provider, ...kept } } };
}
