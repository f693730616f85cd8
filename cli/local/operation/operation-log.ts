import type { EngineEvent, PolicyEvent, PolicySummaryEvent, StepMetadata } from "./engine-event";

/** A step that changes something, on one resource. */
export interface Change {
  readonly urn: string;
  readonly type: string;
  /** The engine's word: `create`, `update`, `replace`, `delete` … */
  readonly op: string;
  /** The properties that differ, where the engine names them. */
  readonly properties: readonly string[];
  /** True for what exists in an account; false for components, providers and the stack itself. */
  readonly isResource: boolean;
}

/** How the policy pack words a judgement that waits; the engine has no event for it. */
const DEFERRED = /is not known before deployment; it is judged at `up`/;

/** Everything that one operation of the engine told, as far as a person or a decision needs it. */
export class OperationLog {
  /** By URN and step; a replacement has several steps. */
  readonly changes = new Map<string, Change>();
  /** Resources that were found as they should be. */
  readonly unchanged = new Set<string>();
  readonly failed = new Set<string>();
  readonly violations: PolicyEvent[] = [];
  readonly advice: PolicyEvent[] = [];
  /** Judgements that wait until `up`, since AWS decides a value. */
  readonly deferred: PolicyEvent[] = [];
  readonly errors: { readonly urn?: string; readonly message: string }[] = [];
  /** The names of all policies that judged anything. */
  readonly policies = new Set<string>();
  /** The resource that a step was begun on last. */
  current: StepMetadata | undefined;
  /** True from when the engine begins to start policy packs, which takes seconds. */
  loadsPolicies = false;

  add(event: EngineEvent): void {
    if (event.policyLoadEvent !== undefined) this.loadsPolicies = true;
    if (event.resourcePreEvent !== undefined) this.current = event.resourcePreEvent.metadata;
    if (event.resOutputsEvent !== undefined) this.addStep(event.resOutputsEvent.metadata);
    if (event.resOpFailedEvent !== undefined) this.failed.add(event.resOpFailedEvent.metadata.urn);
    if (event.diagnosticEvent?.severity === "error") this.addError(event.diagnosticEvent);
    if (event.policyEvent !== undefined) this.addViolation(event.policyEvent);
    this.addPolicies(event.policyAnalyzeSummaryEvent);
    this.addPolicies(event.policyAnalyzeStackSummaryEvent);
  }

  /** Steps done, on resources changed and unchanged. */
  get steps(): number {
    return this.changes.size + this.unchanged.size;
  }

  private addStep(step: StepMetadata): void {
    const { op, urn, type, diffs, detailedDiff } = step;
    // Steps of the engine's own bookkeeping, and reads, change nothing.
    if (["same", "read", "refresh"].includes(op)) this.unchanged.add(urn);
    else {
      const detailed = Object.keys(detailedDiff ?? {});
      const properties = detailed.length > 0 ? detailed : (diffs ?? []);
      const isResource = ((step.new ?? step.old)?.custom ?? false) && !type.startsWith("pulumi:");
      this.changes.set(`${op} ${urn}`, { urn, type, op, properties, isResource });
    }
  }

  /** The engine repeats a violation of a stack policy when it judges again after the update. */
  private addViolation(event: PolicyEvent): void {
    const list = this.listOf(event);
    const same = (other: PolicyEvent) =>
      other.policyName === event.policyName &&
      other.resourceUrn === event.resourceUrn &&
      other.message === event.message;
    if (!list.some(same)) list.push(event);
  }

  private listOf(event: PolicyEvent): PolicyEvent[] {
    if (event.enforcementLevel === "mandatory") return this.violations;
    return DEFERRED.test(event.message) ? this.deferred : this.advice;
  }

  private addError({ urn, message }: { readonly urn?: string; readonly message: string }): void {
    const text = message.trim();
    if (!this.errors.some((error) => error.message === text)) this.errors.push({ urn, message: text });
  }

  private addPolicies(summary: PolicySummaryEvent | undefined): void {
    for (const name of [...(summary?.passed ?? []), ...(summary?.failed ?? [])]) this.policies.add(name);
  }
}
