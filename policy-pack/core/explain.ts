import type { ReportedViolation } from "../contract/report";
import { resourceLabel } from "./urn";

/** All that a person at a terminal needs: what, where, why, the way there, the fix, and how to ask for an exception, if there can be one. */
export function explain(violation: ReportedViolation): string {
  const lines = [
    `${resourceLabel(violation.urn)}: ${violation.property}`,
    `  found:     ${violation.found}`,
    `  required:  ${violation.required}`,
    ...(violation.path === undefined ? [] : [`  path:      ${violation.path.join(" → ")}`]),
    `  why:       ${violation.why}`,
    `  fix:       ${violation.fix.text}`,
    ...violation.fix.code.split("\n").map((line) => `             ${line}`),
    `  resource:  ${violation.urn}`,
    ...exceptionLines(violation),
  ];
  return lines.join("\n");
}

function exceptionLines(violation: ReportedViolation): readonly string[] {
  const { exception, expiredException } = violation;
  if (exception !== undefined) {
    return [
      `  exception: ${exception.id} (${exception.ticket}), until ${exception.expiresOn}, ${exception.daysLeft} days left`,
    ];
  }
  const finding = violation.finding === undefined ? "" : `, finding "${violation.finding}"`;
  const which = `(control "${violation.control}"${finding})`;
  const ask =
    violation.exemptible === false
      ? `  exception: none may be given in ${violation.tier}, it has to be mended ${which}`
      : `  exception: ask the security team for one in policy-pack/exceptions.yaml ${which}`;
  if (expiredException === undefined) return [ask];
  const { id, ticket, expiresOn, daysLeft } = expiredException;
  const ago = daysLeft < 0 ? `, ${1 - daysLeft} days ago` : "";
  return [`  exception: ${id} (${ticket}) expired on ${expiresOn}${ago}`, ask];
}
