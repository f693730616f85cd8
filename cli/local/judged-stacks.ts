import type { Problem } from "../../config";
import type { Control } from "../../policy-pack/contract/control";
import { CONTROLS } from "../../policy-pack/controls";
import { accountsOfProvider } from "../../policy-pack/core/tier";
import { engineResources, type EngineResource } from "../../policy-pack/reports/engine-resources";
import { reportFromEngine } from "../../policy-pack/reports/from-engine";
import { type StackReport, unjudged } from "../../policy-pack/reports/stack-report";
import { afterUpdate } from "../../policy-pack/reports/together";
import { COMPANY } from "../../policy-pack/settings/company";
import type { JudgedStack } from "../reports/judged-stack";
import type { OwnedResource } from "../reports/ownership";
import type { Operation } from "./operation/run-operation";

/** What the policy pack found in one command's runs of the engine, stack by stack, in the order of the runs. */
export class JudgedStacks {
  private readonly judged = new Map<string, JudgedStack>();

  /** @param controls The pack's controls at the levels that its configuration gave them. Default: their own. */
  constructor(private readonly controls: readonly Control[] = CONTROLS) {}

  /** Adds a preview or an update; an update counts together with the preview before it. */
  add(stack: string, operation: Operation): void {
    const report = this.reportOf(stack, operation);
    const before = this.judged.get(stack);
    const resources = engineResources(operation.events).map(owned);
    this.judged.set(
      stack,
      before === undefined
        ? { report, resources }
        : { report: afterUpdate(before.report, report, operation.good), resources: before.resources },
    );
  }

  /** Adds a stack that could not be judged. */
  refuse(stack: string, problems: readonly Problem[]): void {
    this.judged.set(stack, { report: unjudged(stack, problems), resources: [] });
  }

  get stacks(): readonly JudgedStack[] {
    return [...this.judged.values()];
  }

  private reportOf(stack: string, { events, good, log, engineMessage }: Operation): StackReport {
    const failure = good ? undefined : (log.errors[0]?.message ?? engineMessage ?? "the run was stopped");
    return reportFromEngine(events, { stack, controls: this.controls, settings: COMPANY, failure });
  }
}

function owned({ provider, ...resource }: EngineResource): OwnedResource {
  const accounts = accountsOfProvider({ provider });
  if (provider === undefined) return resource;
  return { ...resource, provider: { account: accounts.length === 1 ? (accounts[0] ?? "") : "" } };
}
