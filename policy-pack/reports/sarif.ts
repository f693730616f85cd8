import type { Log, Notification, ReportingDescriptor } from "sarif";
import type { Control } from "../contract/control";
import { resourceLabel } from "../core/urn";
import { allRules } from "./rules";
import { changeInWords } from "./remediations";
import { problemResult, violationResult } from "./sarif-result";
import { CONFIGURATION_RULE, sarifRule } from "./sarif-rule";
import type { Locate, StackReport } from "./stack-report";

export interface SarifOptions {
  /** All controls of the pack, so that each result finds its rule. */
  readonly controls: readonly Control[];
  /** The pack's version. */
  readonly version: string;
  /** Where resources come from. Without it, or where it knows none, the stack's own file is named. */
  readonly locate?: Locate;
}

/**
 * The reports as one SARIF 2.1.0 log, for code scanning. Judgements that wait, and what was mended before it was judged,
 * are notes of the run, not results. A `fix` of the format replaces text in a file, which no remediation does.
 */
export function sarifReport(stacks: readonly StackReport[], options: SarifOptions): Log {
  const rules: readonly ReportingDescriptor[] = [
    ...allRules(options.controls).map(sarifRule),
    CONFIGURATION_RULE,
  ];
  const indexOf = new Map(rules.map((rule, index) => [rule.id, index]));
  const locate: Locate = options.locate ?? (() => undefined);
  const results = stacks.flatMap((report) => [
    ...report.problems.map((problem) => problemResult(problem, report.stack)),
    ...report.violations.map((violation) => violationResult(violation, report.stack, locate)),
  ]);
  return {
    version: "2.1.0",
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    runs: [
      {
        tool: {
          driver: { name: "mlplatform-policy-pack", semanticVersion: options.version, rules: [...rules] },
        },
        automationDetails: { id: "mlplatform/policies/" },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: stacks.every((report) => report.problems.length === 0),
            toolExecutionNotifications: stacks.flatMap((report) => [
              ...deferralNotes(report),
              ...remediationNotes(report),
            ]),
          },
        ],
        results: results.map((result) => ({ ...result, ruleIndex: indexOf.get(result.ruleId ?? "") ?? -1 })),
      },
    ],
  };
}

function deferralNotes({ stack, deferred }: StackReport): Notification[] {
  return deferred.map(({ control, urn, property }) => ({
    level: "note",
    message: {
      text: `${stack}: ${resourceLabel(urn)}: ${property} is not known before deployment; it is judged at \`up\`.`,
    },
    associatedRule: { id: control },
    locations: [{ logicalLocations: [{ fullyQualifiedName: urn, kind: "resource" }] }],
  }));
}

function remediationNotes({ stack, remediated = [] }: StackReport): Notification[] {
  return remediated.map(({ remediation, urn, changes }) => ({
    level: "note",
    descriptor: { id: remediation },
    message: {
      text: `${stack}: ${resourceLabel(urn)}: ${changes.map(changeInWords).join(", ")}, by ${remediation}.`,
    },
    locations: [{ logicalLocations: [{ fullyQualifiedName: urn, kind: "resource" }] }],
    properties: { changes },
  }));
}
