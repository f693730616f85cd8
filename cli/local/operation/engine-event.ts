/** What the engine says of a step on one resource. */
export interface StepMetadata {
  readonly op: string;
  readonly urn: string;
  readonly type: string;
  /** The resource after and before the step: `custom` when a provider manages it. */
  readonly new?: { readonly custom?: boolean } | null;
  readonly old?: { readonly custom?: boolean } | null;
  readonly diffs?: readonly string[] | null;
  readonly detailedDiff?: Readonly<Record<string, unknown>> | null;
}

/** A violation of a policy, as the engine passes it on. */
export interface PolicyEvent {
  readonly resourceUrn?: string;
  readonly message: string;
  readonly policyName: string;
  /** `mandatory` blocks; anything else is advice. */
  readonly enforcementLevel: string;
  readonly severity?: string;
}

/** Which policies judged something, and how. */
export interface PolicySummaryEvent {
  readonly passed?: readonly string[];
  readonly failed?: readonly string[];
}

/**
 * The events of the engine that are read here. The engine sends some that the Automation API's type does not have:
 * https://github.com/pulumi/pulumi/blob/v3.256.0/sdk/go/common/apitype/events.go
 */
export interface EngineEvent {
  readonly resourcePreEvent?: { readonly metadata: StepMetadata };
  readonly resOutputsEvent?: { readonly metadata: StepMetadata };
  readonly resOpFailedEvent?: { readonly metadata: StepMetadata };
  readonly diagnosticEvent?: { readonly urn?: string; readonly message: string; readonly severity: string };
  readonly policyLoadEvent?: object;
  readonly policyEvent?: PolicyEvent;
  readonly policyAnalyzeSummaryEvent?: PolicySummaryEvent;
  readonly policyAnalyzeStackSummaryEvent?: PolicySummaryEvent;
  readonly summaryEvent?: {
    readonly resourceChanges?: Readonly<Record<string, number>>;
    readonly result?: string;
  };
}
