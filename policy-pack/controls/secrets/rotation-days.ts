import type { Value } from "../../core";

/**
 * The most days between two rotations of a schedule: `rate(10 days)`, `rate(12 hours)`, or a cron expression.
 * Undefined when the text is neither. https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
 */
export function daysBetweenRotations(schedule: Value): number | undefined {
  if (schedule.state !== "known" || typeof schedule.value !== "string") return undefined;
  const rate = /^rate\((\d+) (hour|day)s?\)$/.exec(schedule.value.trim());
  if (rate !== null) return rate[2] === "hour" ? Number(rate[1]) / 24 : Number(rate[1]);
  const cron = /^cron\((.*)\)$/.exec(schedule.value.trim());
  return cron === null ? undefined : daysBetweenCronMonths(cron[1] ?? "");
}

/** Secrets Manager's cron: minutes, hours, day of month, month, day of week, year. Its months decide, in every year. */
function daysBetweenCronMonths(expression: string): number | undefined {
  const fields = expression.trim().split(/\s+/);
  const months = fields.length === 6 && fields[5] === "*" ? monthsOf(fields[3] ?? "") : undefined;
  if (months === undefined || months.length === 0) return undefined;
  const gaps = months.map((month, i) => (months[i + 1] ?? (months[0] ?? 0) + 12) - month);
  return Math.max(...gaps) * 30;
}

function monthsOf(field: string): readonly number[] | undefined {
  const all = Array.from({ length: 12 }, (_, i) => i + 1);
  const step = /^(?:\*|(\d+))\/(\d+)$/.exec(field);
  if (field === "*") return all;
  if (step !== null) {
    const first = Number(step[1] ?? 1);
    const every = Number(step[2]);
    return all.filter((month) => month >= first && (month - first) % every === 0);
  }
  const listed = field.split(",").map(Number);
  return listed.every((month) => all.includes(month)) ? listed.sort((a, b) => a - b) : undefined;
}
