import { createHash } from "node:crypto";
import type { Location, Result } from "sarif";
import type { ReportedViolation } from "../contract/report";
import { parseUrn, resourceLabel } from "../core/urn";
import { CONFIGURATION } from "./rules";
import type { InputProblem, Locate, Place } from "./stack-report";

/** A violation as a result: an error when it blocks, a suppressed one when an exception covers it. */
export function violationResult(violation: ReportedViolation, stack: string, locate: Locate): Result {
  const { control, urn, property, found, required, path, fix, exception, finding } = violation;
  const way = path === undefined ? "" : ` Path: ${path.join(" → ")}.`;
  return {
    ruleId: control,
    level: violation.level === "mandatory" ? "error" : "warning",
    message: {
      text: `${resourceLabel(urn)}: ${property} is ${found}, required is ${required}.${way} Fix: ${fix.text}`,
    },
    locations: [location(locate(stack, urn) ?? stackFile(stack), urn)],
    partialFingerprints: { "violation/v1": fingerprint(control, urn, property, finding ?? "") },
    ...(exception === undefined
      ? {}
      : {
          suppressions: [
            {
              kind: "external",
              status: "accepted",
              justification: `Exception ${exception.id} (${exception.ticket}), until ${exception.expiresOn}.`,
            },
          ],
        }),
  };
}

/** A problem of the configuration as a result, at its line. */
export function problemResult(problem: InputProblem, stack: string): Result {
  const { path, found, expected, fix, file, line } = problem;
  return {
    ruleId: CONFIGURATION,
    level: "error",
    message: { text: `${path}: found ${found}, expected ${expected}. ${fix}` },
    locations: [location({ file: file ?? stackFile(stack).file, line: line ?? 1 })],
    partialFingerprints: { "problem/v1": fingerprint(stack, path, expected) },
  };
}

/** Code scanning shows no result without a file. The one that every resource of a stack comes from is the stack's. */
function stackFile(stack: string): Place {
  return { file: `Pulumi.${stack}.yaml`, line: 1 };
}

function location(place: Place, urn?: string): Location {
  const physicalLocation = {
    artifactLocation: { uri: place.file, uriBaseId: "%SRCROOT%" },
    region: { startLine: place.line },
  };
  if (urn === undefined) return { physicalLocation };
  const name = parseUrn(urn)?.name ?? urn;
  return { physicalLocation, logicalLocations: [{ name, fullyQualifiedName: urn, kind: "resource" }] };
}

/** The same finding keeps its fingerprint while lines move, so that an alert is not opened anew. */
function fingerprint(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 32);
}
